"""Clients of counselling rooms on a slow line that loses and breaks: everything once and in order, on both sides?

A client writes as the room's page does: one message after another, each until it is acknowledged, again under the same
number; and listens as a browser's EventSource does, from the last place it has. A worker answers each by the verb.
"""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from rangkul.web.bench.slow_line import Line, slow

CLIENTS, MESSAGES = 4, 50
# As in outbox.js and stream.js.
_PATIENCE, _LONGEST_PAUSE, _COMES_BACK = 12.0, 15.0, 2.0
_GIVES_UP = 600.0
_ADDRESS = "/konseling/ruang/"


def measure(port: int, stream_port: int, messages: int = MESSAGES) -> dict[str, Any]:
    """`lost`, `twice` and `disordered` have to be 0; seconds from writing a message until it was acknowledged."""
    from rangkul.web.bench import streams

    line = Line()
    rooms = streams.rooms_of(CLIENTS)
    _sit_down(rooms)
    with slow(port, line) as far, slow(stream_port, line, seed=11) as far_stream:
        clients = [_Client(far, far_stream, one.room, one.request, one.session, messages) for one in rooms]
        for one in clients:
            one.start()
        for one in clients:
            one.join(_GIVES_UP)
        _until_quiet(clients)
        found = [one.judged() for one in clients]
    took = sorted(seconds for one in clients for seconds in one.took)
    return {
        "clients": len(clients),
        "said": sum(len(one.took) for one in clients),
        "answered": sum(one.answered for one in clients),
        "lost": sum(one["lost"] for one in found),
        "twice": sum(one["twice"] for one in found),
        "disordered": sum(one["disordered"] for one in found),
        "sent_again": sum(one.again for one in clients),
        "came_back": sum(one.ear.opened - 1 for one in clients),
        "pieces": line.pieces,
        "stalls": line.stalls,
        "cuts": line.cuts,
        "p50_s": round(took[len(took) // 2], 2) if took else None,
        "max_s": round(took[-1], 1) if took else None,
    }


def _sit_down(rooms: list[Any]) -> None:
    """The worker who answers sits in each room, written past the verbs as the room itself."""
    from rangkul.support.counselling.models import Seat

    for one in rooms:
        Seat.objects.using("owner").create(room_id=one.room, staff=_worker_of(one.room), role="counsellor", name="Ukur")


def _until_quiet(clients: list[_Client]) -> None:
    """What was answered last is still on its way."""
    end = time.monotonic() + 60
    while time.monotonic() < end and any(one.ear.known < one.last_number() for one in clients):
        time.sleep(0.2)
    for one in clients:
        one.ear.stop()


@dataclass
class _Ear:
    """An EventSource. `numbers` are those of the first lane, as they came; what is known already is no news."""

    port: int
    room: str
    session: str
    numbers: list[int] = field(default_factory=list)
    known: int = 0
    opened: int = 0
    repeated: int = 0
    _stopped: bool = False
    _last: str = ""

    def start(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()

    def stop(self) -> None:
        self._stopped = True

    def _listen(self) -> None:
        while not self._stopped:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
            try:
                again = {"Last-Event-ID": self._last} if self._last else {}
                path = f"/aliran/?ruang={self.room}"
                connection.request("GET", path, headers={"Cookie": f"rangkul={self.session}", **again})
                answer = connection.getresponse()
                self.opened += answer.status == 200
                place = ""
                while not self._stopped and (said := answer.readline()):
                    if said.startswith(b"id: "):
                        place = said[4:].decode().strip()
                    elif said.startswith(b'data: {"id"'):
                        self._heard(json.loads(said[6:])["number"])
                    elif not said.strip() and place:
                        # A browser keeps the place only once the event is whole.
                        self._last = place
            except (OSError, http.client.HTTPException, ValueError):
                pass
            finally:
                connection.close()
            time.sleep(_COMES_BACK)

    def _heard(self, number: int) -> None:
        if number <= self.known:
            self.repeated += 1
            return
        self.known = number
        self.numbers.append(number)


class _Client(threading.Thread):
    def __init__(self, port: int, stream_port: int, room: str, request: str, session: str, messages: int):
        super().__init__(daemon=True)
        self.port, self.room, self.request, self.session, self.messages = port, room, request, session, messages
        self.ear = _Ear(stream_port, room, session)
        self.took: list[float] = []
        self.again = self.answered = 0
        self.cookie, self.token = "", ""
        self._connection: http.client.HTTPConnection | None = None

    def run(self) -> None:
        self._open_page()
        self.ear.start()
        for number in range(self.messages):
            began, once, pause = time.monotonic(), str(uuid4()), 1.0
            while not self._sent(once, f"Kata {number}"):
                self.again += 1
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            self.took.append(time.monotonic() - began)
            self.answered += self._answer(number)

    def _open_page(self) -> None:
        while not self.token:
            try:
                answer = self._ask("GET", _ADDRESS)
                page = answer.read().decode()
                found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
                for name, value in answer.getheaders():
                    if name.lower() == "set-cookie" and value.startswith("rangkul_csrf="):
                        self.cookie = value.split(";")[0]
                if found and self.cookie:
                    self.token = found[1]
            except (OSError, http.client.HTTPException):
                self._drop()

    def _sent(self, once: str, text: str) -> bool:
        try:
            fields = {"once": once, "text": text, "setelah": f"{self.ear.known}-0"}
            answer = self._ask("POST", f"{_ADDRESS}kirim/", urlencode(fields))
            answer.read()
        except (OSError, http.client.HTTPException):
            self._drop()
            return False
        return answer.status == 200

    def _ask(self, method: str, path: str, body: str | None = None) -> http.client.HTTPResponse:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        headers = {"Cookie": f"rangkul={self.session}; {self.cookie}", "X-Rangkul-Room": "1"}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.token}
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        self._connection.request(method, path, body, headers)
        return self._connection.getresponse()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _answer(self, number: int) -> bool:
        """By the worker whose room it is, who has a good line."""
        from django.db import connection

        from rangkul.base.actions import Refused
        from rangkul.base.asking import asking_as
        from rangkul.support.counselling import actions
        from rangkul.support.counselling.models import Room

        once = uuid4()
        try:
            while True:
                try:
                    with asking_as(_worker_of(self.room).asker()) as by:
                        room = Room.objects.select_related("key").get(pk=UUID(self.room))
                        actions.send_message(by=by, room=room, text=f"Jawaban {number}", client_id=once)
                        return True
                except Refused:
                    # Sixty messages a minute are the most of one room.
                    time.sleep(2)
        finally:
            connection.close()

    def last_number(self) -> int:
        return _numbers(self.room)[-1] if self.took else 0

    def judged(self) -> dict[str, int]:
        """What the room holds against what was said, and what arrived here against what the room holds."""
        texts, numbers = _texts(self.room), _numbers(self.room)
        wanted = [f"Kata {number}" for number in range(len(self.took))]
        heard = self.ear.numbers
        return {
            "lost": len(set(wanted) - set(texts)) + len(set(numbers) - set(heard)) + self.messages - len(self.took),
            "twice": len(texts) - len(set(texts)) + len(heard) - len(set(heard)),
            "disordered": int(texts != wanted) + int(heard != sorted(heard)),
        }


def _worker_of(room: str) -> Any:
    from rangkul.support.counselling.models import Room

    return Room.objects.using("owner").select_related("owner").get(pk=room).owner


def _rows(room: str) -> Any:
    from rangkul.support.counselling.models import Message

    rows = Message.objects.using("owner").filter(room_id=room, lane="room").order_by("number")
    return rows.select_related("key", "seat")


def _texts(room: str) -> list[str]:
    return [row.body for row in _rows(room) if row.seat.is_client]


def _numbers(room: str) -> list[int]:
    return [row.number for row in _rows(room)]
