"""What somebody in need meets first: light on a cheap telephone, and everywhere a way out."""

import re
from pathlib import PurePosixPath
from urllib.parse import urljoin

from rangkul.web.middleware.doors import is_public
from tests.test_doors import addresses

# What a cheap telephone still gets in a few seconds on a slow line (architecture: the first page under 100 kB).
MOST = 100_000
# What a browser fetches before it shows the page.
IN_STYLE = re.compile(r'url\("([^")#:]+)"\)')
LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+)[^"]*"')


def fetched(browser, address: str) -> bytes:
    """As it travels, packed as the house packs it."""
    answer = browser.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_first_page_weighs_less_than_a_hundred_kilobytes(visitor, db):
    page = visitor.get("/").content.decode()
    weights = {"/": len(fetched(visitor, "/"))}
    linked = {*LINKED.findall(page)}
    for style in [address for address in linked if address.endswith(".css")]:
        answer = visitor.get(style)
        linked |= {urljoin(style, one) for one in IN_STYLE.findall(b"".join(answer).decode())}
    for address in sorted(linked):
        weights[address] = len(fetched(visitor, address))
    assert {".css", ".js", ".woff2"} <= {PurePosixPath(address).suffix for address in weights}
    assert sum(weights.values()) < MOST, weights


PUBLIC = [address for address in addresses() if is_public(address)]


def test_every_public_page_has_the_way_out(visitor, db):
    found, without = 0, []
    for address in PUBLIC:
        answer = visitor.get(address)
        if answer.streaming:
            # Read to its end, which closes what it was read from.
            b"".join(answer.streaming_content)
            continue
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            continue
        if b"<main" in answer.content:
            found += 1
            if b"data-rangkul-exit" not in answer.content:
                without.append(address)
    assert found > 20
    assert without == []
