"""Whatever the other server does with a letter, we know whether it arrived, whether to wait, or whom to tell."""

import json
import socket
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import uuid4

import pytest

from rangkul.base.actions import Refused
from rangkul.tell.exchange.peers import addresses, posting
from rangkul.tell.exchange.peers.envelope import Letter, open_letter, receipt
from rangkul.tell.exchange.tests.other_house import drawn

US, THEM = drawn(), drawn()
NOW = datetime.now(UTC)
LETTER = Letter(uuid4(), NOW, NOW + timedelta(days=1), {"kind": "seen"})


@pytest.fixture
def server():
    """`server(answer)` is an address; `answer(body)` gives status, bytes and perhaps a place to go to."""
    started = []

    def start(answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                status, said, *place = answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
                self.send_response(status)
                if place:
                    self.send_header("Location", place[0])
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def do_GET(self) -> None:
                self.do_POST()

            def log_message(self, *_: object) -> None:
                pass

        here = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=here.serve_forever, args=(0.02,), daemon=True).start()
        started.append(here)
        return f"http://127.0.0.1:{here.server_port}"

    yield start
    for here in started:
        here.shutdown()
        here.server_close()


def posted(address: str) -> posting.Answered:
    return posting.post(address, LETTER, US, THEM.public)


def right(body: bytes) -> tuple[int, bytes]:
    return 200, receipt(open_letter(body, [THEM], {US.kid: US.public}, datetime.now(UTC)), "done", NOW)


def test_a_receipt_is_the_proof(server):
    answered = posted(server(right))
    assert (answered.fault, answered.told["effect"]) == ("", "done")
    assert json.loads(answered.receipt)["receipt"]["of"] == str(LETTER.id)


@pytest.mark.parametrize(
    ("answer", "fault", "waits"),
    [
        ((200, b"<html>"), "no_proof", True),
        ((200, b""), "no_proof", True),
        ((302, b"", "http://127.0.0.1:9/"), "broken", True),
        ((401, b"{}"), "unknown_sender", True),
        ((403, b"{}"), "closed", True),
        ((404, b"{}"), "broken", True),
        ((421, b"{}"), "wrong_addressee", True),
        ((429, b"{}"), "too_many", True),
        ((502, b""), "broken", True),
        ((400, b"{}"), "refused", False),
        ((409, b"{}"), "refused", False),
        ((410, b"{}"), "refused", False),
        ((413, b"{}"), "refused", False),
    ],
)
def test_what_waits_and_what_is_told_to_a_person(server, answer, fault, waits):
    answered = posted(server(lambda _body: answer))
    assert (answered.fault, answered.waits, answered.receipt) == (fault, waits, b"")


def test_nobody_there_and_somebody_too_slow(server, monkeypatch):
    monkeypatch.setattr(posting, "SECONDS", 0.2)
    assert posted("http://127.0.0.1:9").fault == "no_answer"

    def slow(body: bytes) -> tuple[int, bytes]:
        time.sleep(0.5)
        return right(body)

    assert posted(server(slow)).fault == "no_answer"


def test_a_server_that_drips_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(posting, "SECONDS", 0.3)
    door = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        there, _address = door.accept()
        with suppress(OSError), there:
            there.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 7000\r\n\r\n")
            while True:
                there.sendall(b"x")
                time.sleep(0.05)

    threading.Thread(target=drip, daemon=True).start()
    began = time.monotonic()
    assert posted(f"http://127.0.0.1:{door.getsockname()[1]}").fault == "no_answer"
    assert time.monotonic() - began < 15
    door.close()


def test_a_key_is_fetched_or_it_is_none(server):
    card = json.dumps({"key": THEM.public.text}).encode()
    assert posting.fetch_key(server(lambda _body: (200, card))) == THEM.public
    for wrong in (
        (200, b"x"),
        (200, b"[]"),
        (200, b'{"key": 1}'),
        (200, b'{"key": "abc"}'),
        (404, b""),
        (200, b"[" * 7_000),
    ):
        with pytest.raises(ValueError, match="no key"):
            posting.fetch_key(server(lambda _body, wrong=wrong: wrong))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" https://Rangkul.dinas.example/ ", "https://rangkul.dinas.example"),
        ("https://rangkul.dinas.example:8443", "https://rangkul.dinas.example:8443"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://[2001:db8::1]:444", "https://[2001:db8::1]:444"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed, kept):
    assert addresses.cleaned(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "dinas", "ftp://dinas.example", "http://dinas.example", "https://", "https://a@b.example", "https://a.example:x",
     "https://dinas.example/jalan", "https://dinas.example?a=1", "https://dinas.example#a", "https://[zz"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Refused):
        addresses.cleaned(typed)
