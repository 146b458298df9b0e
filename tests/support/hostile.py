"""Ways of asking an address that no form ever would, for the suite and for `script/hostile`."""

import re
from collections.abc import Iterator
from typing import Any

MARK = "Penanda Rahasia"
STRANGE = {
    "long": f"{MARK} " * 1_500,
    "controls": f"{MARK}\x00\x01\x1b[31m\u202e\ufffe",
    "markup": f"<script>alert('{MARK}')</script>{{{{ x }}}}",
    "sql": f"{MARK}'; DROP TABLE people_person; --",
    "formula": f'=HYPERLINK("http://x","{MARK}")',
    "number": "9" * 400,
    "day": "2026-02-31",
    "id": "00000000-0000-0000-0000-000000000000",
}
# Those that break what reads an address.
ASKED = ("long", "controls", "number")
URLENCODED = "application/x-www-form-urlencoded"
# (method, kind of body, body)
ODD = (
    ("POST", "application/json", b"[" * 5000 + b"]" * 5000),
    ("POST", "multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="\r\n\r\n--'),
    ("POST", "multipart/form-data", b"--x"),
    ("POST", f"{URLENCODED}; charset=x-tidak-ada", b"a=b"),
    ("POST", f"{URLENCODED}; charset=utf-16", b"a=\xff\xfe"),
    ("POST", URLENCODED, b"a=%ff%fe%zz&%00=%00&" + b"x=1&" * 600),
    ("PUT", URLENCODED, b"a=b"),
    ("DELETE", "text/plain", b""),
    ("PROPFIND", "text/xml", b"<a/>"),
    ("HEAD", "", b""),
    ("OPTIONS", "", b""),
)
HEADERS = {
    "Range": "bytes=5-1,-,9999999999-",
    "Accept-Language": "xx-" + "y" * 500,
    "HX-Request": "true",
    "Last-Event-ID": "9" * 40,
    "Cookie": "rangkul=%00; rangkul_csrf=x; ;=;",
    "X-Forwarded-For": "' OR 1=1 --",
}
NAMES = re.compile(r'<(?:input|select|textarea)[^>]*? name="([^"]+)"')


def names_on(browser, address: str) -> list[str]:
    return NAMES.findall(body(browser.get(address)).decode(errors="replace"))


def body(answer) -> bytes:
    """Read to its end, which closes what it was read from."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def says_something(answer) -> bool:
    """A refusal is a sentence, in Indonesian, on a page or for a program."""
    return answer.status_code < 400 or bool(body(answer)) or answer.request["REQUEST_METHOD"] in ("HEAD", "OPTIONS")


def answers_to(browser: Any, address: str) -> Iterator[Any]:
    """The 23 answers, in the order of asking; every field of the page there is filled in."""
    names = [*names_on(browser, address), "text", "once", "q", "page", "next", "id", "pk", "label"]
    for kind in ASKED:
        yield browser.get(address, dict.fromkeys(("q", "sebelum", "jenis", "next"), STRANGE[kind]))
    for value in STRANGE.values():
        yield browser.post(address, dict.fromkeys(names, value))
    for method, kind, sent in ODD:
        yield browser.generic(method, address, sent, content_type=kind)
    yield browser.get(address, headers=HEADERS)
