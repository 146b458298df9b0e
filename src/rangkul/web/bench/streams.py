"""How a stream process carries counselling rooms: many open streams, messages all the time, everybody back at once.

Half of the streams belong to clients, half to a supervisor who reads along, two to a room. The messages are said by the
verb itself, so the pages are not part of what is measured: from the moment before the verb until both streams have
the words.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from rangkul.web.cli import ports

# So many come at once when they open; a browser's own pause between two tries does the same in service.
_TOGETHER = 100
_PATIENCE = 30.0
_SAYING = 4
_AGAIN = 300


def measure(streams: int, rate: int, seconds: int) -> dict[str, Any]:
    """Everything in milliseconds, kilobytes and seconds; `lost`, `twice` and `disordered` have to be 0."""
    _many_files(streams)
    rooms = rooms_of(streams // 2)
    return asyncio.run(_measured(rooms, rate, seconds))


def _many_files(number: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < number * 2:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, number * 2 + 200), hard))


@dataclass(frozen=True)
class _Room:
    room: str
    request: str
    session: str
    supervisor: str


def rooms_of(number: int) -> list[_Room]:
    """Open rooms of one unit, written past the verbs, as the owner; the supervisor has one session."""
    from django.utils import timezone

    from rangkul.base import codes
    from rangkul.base.asking import TICKET_SESSION_KEY
    from rangkul.commons.people.models import Staff
    from rangkul.commons.people.states import Role
    from rangkul.entry.intake.models import Request
    from rangkul.support.counselling.models import Room, Seat
    from rangkul.web.bench.subjects import session_of, sessions_with

    owner = Staff.objects.using("owner").filter(is_active=True, roles__contains=[Role.SUPERVISOR], unit__isnull=False)
    head = owner.order_by("pk").first()
    assert head is not None
    of = {"agency_id": head.agency_id, "unit_id": head.unit_id, "owner": head}
    keys = _keys(number * 2)
    now = timezone.now()
    requests = [
        Request(key=key, ticket=codes.new_code(8), level="hijau", due_at=now, via="chat", **of) for key in keys[:number]
    ]
    Request.objects.using("owner").bulk_create(requests, batch_size=1000)
    rooms = [
        Room(key=key, request=request, kind="live", state="open", taken_at=now, consent_version="ukur", **of)
        for key, request in zip(keys[number:], requests, strict=True)
    ]
    Room.objects.using("owner").bulk_create(rooms, batch_size=1000)
    Seat.objects.using("owner").bulk_create([Seat(room=room, role="client") for room in rooms], batch_size=1000)
    tickets = sessions_with([{TICKET_SESSION_KEY: str(request.pk)} for request in requests])
    work = session_of(head)
    return [
        _Room(str(room.pk), str(room.request_id), ticket, work) for room, ticket in zip(rooms, tickets, strict=True)
    ]


def _keys(number: int) -> list[Any]:
    from rangkul.base import crypto
    from rangkul.base.ids import new_id
    from rangkul.base.models import DataKey

    keys = [DataKey(id=new_id()) for _one in range(number)]
    for key in keys:
        key.wrapped = crypto.wrap(crypto.new_key(), key.id)
    return DataKey.objects.using("owner").bulk_create(keys, batch_size=1000)


@contextmanager
def _server(port: int) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-m", "uvicorn", "rangkul.web.asgi:application", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--log-level", "error", "--timeout-graceful-shutdown", "1", "--backlog", "4096"]
    child = subprocess.Popen(command)  # noqa: S603  our own command
    try:
        ports.wait_until_healthy("127.0.0.1", port, lambda: child.poll() is not None)
        yield child
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()


@dataclass
class _Ear:
    """A browser's EventSource on one room."""

    port: int
    room: str
    session: str
    heard: list[tuple[int, float, float]] = field(default_factory=list)
    last: str = ""
    opened_at: float = 0.0
    task: asyncio.Task | None = None

    async def open(self) -> None:
        opened = asyncio.get_running_loop().create_future()
        self.task = asyncio.create_task(self._listen(opened))
        await asyncio.wait_for(opened, _PATIENCE)

    async def _listen(self, opened: asyncio.Future) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        again = f"Last-Event-ID: {self.last}\r\n" if self.last else ""
        head = f"GET /aliran/?ruang={self.room} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: rangkul={self.session}\r\n"
        writer.write(f"{head}{again}\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"retry:"):
                    self.opened_at = time.perf_counter()
                    if not opened.done():
                        opened.set_result(None)
                elif line.startswith(b"id: "):
                    self.last = line[4:].decode().strip()
                elif line.startswith(b'data: {"id"'):
                    said = json.loads(line[6:])
                    self.heard.append((said["number"], float(said["text"]), time.time()))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def close(self) -> None:
        if self.task is not None:
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task


async def _measured(rooms: list[_Room], rate: int, seconds: int) -> dict[str, Any]:
    from rangkul.web.bench.server import pss_of

    port = ports.free("127.0.0.1", 0)
    ears = [_Ear(port, one.room, session) for one in rooms for session in (one.session, one.supervisor)]
    with _server(port) as server:
        empty = pss_of(server.pid)
        opened = await _open_all(ears)
        full = pss_of(server.pid)
        said = await _talk(rooms, rate, seconds)
        await asyncio.sleep(2)
        found = _judged(ears, said) | {
            "streams": len(ears),
            "open_seconds": round(opened, 1),
            "kb_a_stream": round((full - empty) * 1024 / max(1, len(ears)), 1),
        }
        for ear in ears:
            await ear.close()
    with _server(port):
        some = ears[:_AGAIN]
        began = time.perf_counter()
        await asyncio.gather(*(ear.open() for ear in some))
        found["again"] = len(some)
        found["again_seconds"] = round(max(ear.opened_at for ear in some) - began, 2)
        for ear in some:
            await ear.close()
    return found


async def _open_all(ears: list[_Ear]) -> float:
    began = time.perf_counter()
    for place in range(0, len(ears), _TOGETHER):
        await asyncio.gather(*(ear.open() for ear in ears[place : place + _TOGETHER]))
    return time.perf_counter() - began


async def _talk(rooms: list[_Room], rate: int, seconds: int) -> dict[str, int]:
    """Say `rate` things a second, each by the client of a room drawn by lot; how many in each room."""
    loop, said = asyncio.get_running_loop(), defaultdict(int)
    chance = random.Random(7)  # noqa: S311  a lot, no secret
    with ThreadPoolExecutor(_SAYING) as threads:
        running, began = [], time.perf_counter()
        for number in range(rate * seconds):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            one = chance.choice(rooms)
            said[one.room] += 1
            running.append(loop.run_in_executor(threads, _say, one))
        await asyncio.gather(*running)
    return said


def _say(one: _Room) -> None:
    from uuid import UUID, uuid4

    from django.db import connection

    from rangkul.base.asking import Asker, asking_as
    from rangkul.support.counselling import actions
    from rangkul.support.counselling.models import Room

    try:
        with asking_as(Asker("ticket", ticket_id=UUID(one.request))) as by:
            room = Room.objects.select_related("key").get(pk=one.room)
            actions.send_message(by=by, room=room, text=f"{time.time():.4f}", client_id=uuid4())
    finally:
        connection.close()


def _judged(ears: list[_Ear], said: dict[str, int]) -> dict[str, Any]:
    took = sorted((at - begun) * 1000 for ear in ears for _number, begun, at in ear.heard)
    numbers = [[number for number, _begun, _at in ear.heard] for ear in ears]
    return {
        "said": sum(said.values()),
        "heard": len(took),
        "lost": sum(max(0, said[ear.room] - len(set(heard))) for ear, heard in zip(ears, numbers, strict=True)),
        "twice": sum(len(heard) - len(set(heard)) for heard in numbers),
        "disordered": sum(heard != sorted(heard) for heard in numbers),
        "p50_ms": round(took[len(took) // 2], 1) if took else None,
        "p99_ms": round(took[int(len(took) * 0.99)], 1) if took else None,
        "max_ms": round(took[-1], 1) if took else None,
    }
