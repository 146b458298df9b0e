"""Every page that people can reach by links, with the ids of what is really there, asked as `test_hostile_everywhere`
asks: `script/hostile`. Too slow for the suite, which asks with one id that is there and made-up ones behind it.

Whoever comes first to an address asks it; others of the cast ask what was closed to those before them.
"""

import json
import logging
import re
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from rangkul.base import home
from rangkul.web.cli import house, terminal
from tests.support.hostile import answers_to, body, says_something

CAST = ("ayu", "sari", "dimas", "rini", "adi", "putri", "agus")
_BEGIN = {
    "staff": ["/kerja/", "/akun/saya/", "/kerja/lembaga/", "/kerja/kasus/", "/kerja/antrean/"],
    "ticket": ["/tiket/", "/konseling/"],
    "nobody": ["/", "/minta-bantuan/", "/konseling/", "/layanan/", "/lapor-khawatir/"],
}
_NEVER = ("look:exit", "account_logout", "portal:leave", "site:language")
_LINKS = re.compile(r'(?:href|action|formaction|data-rangkul-src|hx-get|hx-post)="([^"]+)"')
_ELSEWHERE = ("#", "http", "mailto:", "tel:")
_EXAMPLES = 2


def main(only: list[str]) -> int:
    """How many faults there were. `only`: how the callers begin that are to ask; empty: everybody."""
    note = json.loads((home.home() / "demo.json").read_text())
    with house.database():
        house.require_migrated()
        house.wake()
        done: set[str] = set()
        callers = (one for one in _callers(note) if not only or one[0].startswith(tuple(only)))
        return sum(_ask(who, enter, begin, done) for who, enter, begin in callers)


def _callers(note: dict[str, Any]) -> Iterator[tuple[str, Callable[[], Any], list[str]]]:
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS, settings.SECOND_FACTOR_REQUIRED = ["*"], False
    logging.disable(logging.ERROR)
    passwords = {one["username"]: one["password"] for one in note["accounts"]}

    def fresh() -> Client:
        return Client(raise_request_exception=False)

    def signed_in(name: str) -> Client:
        browser = fresh()
        browser.post("/akun/masuk/", {"login": name, "password": passwords[name]})
        return browser

    def behind(ticket: dict[str, str]) -> Client:
        browser = fresh()
        browser.post("/tiket/", {"ticket": ticket["ticket"], "pin": ticket["pin"]})
        return browser

    yield "nobody", fresh, _BEGIN["nobody"]
    for ticket in note["tickets"][:3]:
        yield f"ticket of {ticket['about']}", lambda ticket=ticket: behind(ticket), _BEGIN["ticket"]
    for name in CAST:
        yield name, lambda name=name: signed_in(name), _BEGIN["staff"]


def _ask(who: str, enter: Callable[[], Any], begin: list[str], done: set[str]) -> int:
    """How many answers were not calm."""
    began, browser = time.monotonic(), enter()
    there = _found(browser, begin)
    new = {name: address for name, address in there.items() if name not in done}
    faults = 0
    for name, address in sorted(new.items()):
        answer = browser.get(address)
        if answer.status_code == 302 and "/masuk/" in answer.headers["Location"]:
            browser = enter()
        for fault in _faults(browser, address):
            faults += 1
            terminal.say(f"{who}: {name} {address}: {fault}")
        done.add(name)
    took = time.monotonic() - began
    terminal.say(f"{who}: {len(there)} addresses, {len(new)} of them new, {faults} faults, {took:.0f} s")
    return faults


def _found(browser: Any, begin: list[str]) -> dict[str, str]:
    """Name of an address → the last example to which a link or a form led."""
    from tests.browser.pages_of_the_house import name_of

    waiting, met, found = deque(begin), set(), defaultdict(list)
    while waiting:
        address = waiting.popleft().partition("#")[0]
        path = urlsplit(address).path
        name = name_of(path)
        if not name or name in _NEVER or "aliran" in path or path in met or len(found[name]) >= _EXAMPLES:
            continue
        met.add(path)
        answer = browser.get(address)
        if answer.status_code == 403:
            continue
        found[name].append(path)
        page = body(answer)
        if "text/html" in answer.headers.get("Content-Type", ""):
            links = (unescape(link) for link in _LINKS.findall(page.decode(errors="replace")))
            waiting.extend(
                urljoin(path, link) for link in links if not link.startswith(("#", "http", "mailto:", "tel:"))
            )
    return {name: paths[-1] for name, paths in found.items() if paths}


def _faults(browser: Any, address: str) -> Iterator[str]:
    for answer in answers_to(browser, address):
        how = f"{answer.request['REQUEST_METHOD']} {answer.request.get('CONTENT_TYPE', '')}"
        if answer.status_code >= 500:
            yield f"{answer.status_code} to {how}"
        elif not says_something(answer):
            yield f"{answer.status_code} without a word to {how}"
        if not answer.streaming and b"<script>alert(" in answer.content:
            yield f"hands back a script to {how}"


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
