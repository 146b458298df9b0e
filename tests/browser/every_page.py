"""axe on every page that people can reach by links, as everybody of the demo world: `script/axe`.

Starts at the front page, at each desk and behind each ticket, and follows links, one example of each address of the
house. Too slow for the suite; which pages the suite looks at itself stands in `tests/test_every_page_is_looked_at.py`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter, deque
from dataclasses import asdict, dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error, Page, sync_playwright

from tests.browser import axe, pages_of_the_house
from tests.browser.chromium import CHROMIUM, FLAGS

# The same page of further cases and people leads to more; so many are read for their links, and looked at once.
_EXAMPLES = 12
# The quick exit leaves the house, the others end the session.
_NEVER = ("look:exit", "account_logout", "portal:leave")
_LINKS = re.compile(r'(?:href|hx-get|data-rangkul-src)="([^"]*)"')


@dataclass
class Seen:
    """One example of an address: what came, and what axe found on it."""

    name: str
    address: str
    who: str
    status: int
    kind: str
    seconds: float = 0
    found: list[str] = field(default_factory=list)


class Walk:
    """Everything that was seen by anybody, by the name of the address."""

    def __init__(self, home: str):
        self.home, self.seen, self.tried = home, {}, Counter()

    def of(self, page: Page, who: str, begin: list[str]) -> None:
        waiting, met = deque(urljoin(self.home, one) for one in begin), set()
        while waiting:
            address = waiting.popleft().partition("#")[0]
            name = pages_of_the_house.name_of(urlsplit(address).path)
            ours = address.startswith(self.home) and name and name not in _NEVER
            if not ours or address in met:
                continue
            met.add(address)
            if (name, who) in self.seen and self.tried[name] >= _EXAMPLES:
                continue
            self.tried[name] += 1
            waiting.extend(urljoin(address, link) for link in self._look(page, who, name, address))

    def _look(self, page: Page, who: str, name: str, address: str) -> list[str]:
        """Its links."""
        answer = page.request.get(address, max_redirects=0)
        body = answer.body()
        html = "text/html" in answer.headers.get("content-type", "")
        kind = "page" if html and b"<html" in body else "fragment" if html else "file"
        seen = Seen(name, urlsplit(address).path, who, answer.status, kind)
        if kind == "page" and answer.status == 200 and (name, "") not in self.seen:
            began = time.monotonic()
            try:
                page.goto(address)
                seen.found = axe.looked_at(page)
            except Error as error:
                seen.found = [f"{address}: {error.message.splitlines()[0]}"]
            seen.seconds = time.monotonic() - began
            self.seen[name, ""] = seen
        if self.seen.get((name, who), seen).status != 200 or (name, who) not in self.seen:
            self.seen[name, who] = seen
        return [unescape(link) for link in _LINKS.findall(body.decode(errors="replace"))] if html else []


def sign_in(page: Page, account: dict) -> None:
    page.goto("/akun/masuk/")
    page.fill("input[name=login]", account["username"])
    page.fill("input[name=password]", account["password"])
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")


def open_ticket(page: Page, ticket: dict) -> None:
    page.goto("/tiket/")
    page.fill("input[name=ticket]", ticket["ticket"])
    page.fill("input[name=pin]", ticket["pin"])
    with page.expect_navigation():
        page.press("input[name=pin]", "Enter")


def walk(address: str, note: dict) -> Walk:
    done = Walk(address)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

        def somebody(enter=None, given=None) -> Page:
            page = chromium.new_context(base_url=address).new_page()
            page.set_default_timeout(30_000)
            if enter:
                enter(page, given)
            return page

        done.of(somebody(), "public", ["/", "/minta-bantuan/", "/konseling/", "/layanan/", "/hak-bantuan/"])
        for ticket in note["tickets"]:
            page = somebody(open_ticket, ticket)
            done.of(page, f"ticket: {ticket['about']}", [page.url])
            page.context.close()
        for account in note["accounts"]:
            page = somebody(sign_in, account)
            done.of(page, account["username"], ["/kerja/", page.url])
            page.context.close()
        chromium.close()
    return done


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--port", type=int, default=8765)
    words.add_argument("--json", type=Path, help="everything that was seen, for a closer look")
    args = words.parse_args()
    address = f"http://localhost:{args.port}"
    server = subprocess.Popen([sys.executable, "-m", "rangkul.web.cli", "demo", "--port", str(args.port)])
    try:
        _wait_for(address, server)
        began = time.monotonic()
        note = json.loads(Path(os.environ["RANGKUL_HOME"], "demo.json").read_text())
        done = walk(note["address"].rstrip("/"), note)
    finally:
        server.terminate()
        server.wait(60)
    return told(done, time.monotonic() - began, args.json)


def _wait_for(address: str, server: subprocess.Popen) -> None:
    while server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/sehat/", timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the demo world did not come up")


def told(done: Walk, seconds: float, target: Path | None) -> int:
    """Exit code 1 where axe found something."""
    looked = [seen for (_name, who), seen in done.seen.items() if not who]
    found = [line for seen in looked for line in seen.found]
    every = pages_of_the_house.names()
    never = sorted(every - {name for name, _who in done.seen})
    sys.stdout.write("\n".join(found) + "\n" * bool(found))
    sys.stdout.write(
        f"{len(looked)} pages looked at, {len(found)} findings, {seconds:.0f} s;"
        f" {len(every)} addresses answer GET, {len(never)} were not reached by links\n"
    )
    if target:
        rows = [asdict(seen) for seen in done.seen.values()]
        target.write_text(json.dumps({"seen": rows, "never": never}, indent=1))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
