"""Threads that write over HTTP without end, and repeat each POST under its key until it is acknowledged."""

import http.client
import json
import re
import threading
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import uuid4

from tests.support.served import ServedHouse

# What a house answers that is being killed, or whose database is away.
_LATER = (500, 502, 503)


@dataclass
class Writer(threading.Thread):
    """Each kind of writer says what it sends and which answer acknowledges it."""

    house: ServedHouse
    path: str
    source: int
    acknowledged: dict[str, object] = field(default_factory=dict)
    answered: int = 0
    unanswered: int = 0
    enough: threading.Event = field(default_factory=threading.Event)
    # Set while the house works on what was sent, so that a kill can be aimed at that moment.
    waiting: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str | bytes, dict]:
        raise NotImplementedError

    def answer(self, status: int, said: bytes) -> object:
        raise NotImplementedError

    def run(self) -> None:
        while not self.enough.is_set():
            key = str(uuid4())
            while (answer := self.once(key)) is None:
                self.unanswered += 1
                time.sleep(0.05)
            self.acknowledged[key] = answer
            self.answered += 1

    def once(self, key: str) -> object | None:
        """The answer that acknowledges, None where none came."""
        body, headers = self.sent(key)
        said = self.post(self.path, body, headers)
        return None if said is None else self.answer(*said)

    def post(self, path: str, body: str | bytes, headers: dict) -> tuple[int, bytes] | None:
        """Status and answer, None where none came."""
        self.waiting.set()
        try:
            status, said = self.house.ask("POST", path, body, headers, self.elsewhere())
        except (OSError, http.client.HTTPException):
            return None
        finally:
            self.waiting.clear()
        return None if status in _LATER else (status, said)

    def elsewhere(self) -> str:
        """The door counts knocks by address: each request comes from another one."""
        self.source += 1
        return f"127.{self.source >> 16 & 255}.{self.source >> 8 & 255}.{self.source & 255}"


@dataclass
class Program(Writer):
    """Calls the API."""

    body: dict = field(default_factory=dict)
    headers: dict = field(default_factory=dict)

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str, dict]:
        kind = {"Content-Type": "application/json", "Idempotency-Key": key}
        return json.dumps(self.body), self.headers | kind

    def answer(self, status: int, said: bytes) -> object:
        assert status == 201, (status, said)
        return json.loads(said)


@dataclass
class Page(Writer):
    """Sends a form of a signed-in worker; where it was saved, the page leads on."""

    cookies: dict = field(default_factory=dict)
    token: str = ""
    leads_to: str = ""

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str, dict]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        words = {"text": f"Catatan {key}", "kind": "progress", "once": key, "csrfmiddlewaretoken": self.token}
        return urlencode(words), {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}

    def answer(self, status: int, said: bytes) -> object:
        assert (status, said.decode()) == (302, self.leads_to)
        return said


# What somebody answers who says little, each on a page of its own.
_ANSWERS = (
    ("aman", {"safe_now": "yes"}),
    ("siapa", {"for_whom": "self"}),
    ("apa", {"fields_chosen": "basic_needs"}),
    ("dimana", {"place": "Cibeunying", "region_code": "32.73.02.1001"}),
    ("hubungi", {"channels": "ticket"}),
    ("nama", {"skip": "1"}),
    ("setuju", {"service": "on"}),
)


@dataclass
class Stranger(Writer):
    """Walks through the public wizard without scripts. What was acknowledged is not sent again, whatever was killed
    since: the draft has kept it, and the last page shows it before it is handed in."""

    token: str = ""
    walking: str = ""
    draft: str = ""
    left: list = field(default_factory=list)

    __hash__ = threading.Thread.__hash__

    def once(self, key: str) -> object | None:
        if self.walking != key:
            self.walking, self.draft, self.left = key, "", list(_ANSWERS)
        while self.left:
            slug, words = self.left[0]
            more = {"narrative": f"Kata {key}"} if slug == "apa" else {}
            if self._led("POST", slug, words | more) is None:
                return None
            self.left.pop(0)
            self.answered += 1
        shown = self._led("GET", "periksa")
        if shown is None or self._led("POST", "periksa", {"once": key}) is None:
            return None
        assert f"Kata {key}" in shown or shown == f"{self.path}tiket/", shown
        ticket = self._led("GET", "tiket")
        return ticket and {"ticket": re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", ticket)[0]}

    def _led(self, method: str, slug: str, words: dict | None = None) -> str | None:
        """The page, or where it leads; None where no answer came."""
        cookies = {"rangkul_csrf": self.token} | ({"rangkul_draft": self.draft} if self.draft else {})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        }
        body = urlencode({**(words or {}), "csrfmiddlewaretoken": self.token}) if method == "POST" else None
        try:
            status, answered, said = self.house.hear(method, f"{self.path}{slug}/", body, headers, self.elsewhere())
        except (OSError, http.client.HTTPException):
            return None
        if status in _LATER:
            return None
        assert status == (302 if method == "POST" else 200) or (method, status) == ("GET", 302), (slug, status, said)
        for line in answered.get_all("Set-Cookie", ()):
            if (kept := SimpleCookie(line).get("rangkul_draft")) is not None:
                self.draft = kept.value
        return answered.get("Location") or said.decode()
