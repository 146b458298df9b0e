"""Threads that write over HTTP without end, and repeat each POST under its key until it is acknowledged."""

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
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
    unanswered: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str, dict]:
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

    def once(self, key: str) -> object | None:
        """The answer that acknowledges, None where none came."""
        # The door counts knocks by address: each request comes from another one.
        self.source += 1
        source = f"127.{self.source >> 16 & 255}.{self.source >> 8 & 255}.{self.source & 255}"
        body, headers = self.sent(key)
        try:
            status, said = self.house.ask("POST", self.path, body, headers, source)
        except (OSError, http.client.HTTPException):
            return None
        return None if status in _LATER else self.answer(status, said)


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
