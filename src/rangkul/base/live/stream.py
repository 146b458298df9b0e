"""The stream as a small ASGI application: text/event-stream over the event log, resumable by Last-Event-ID."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async

from rangkul.base.asking import Asker
from rangkul.base.live import reading
from rangkul.base.live.hub import Ear, Hub

HEARTBEAT = 25.0
# A stream ends by itself so that a closed account or a changed role takes hold; the browser comes back at once.
LIFETIME = 900.0

Identify = Callable[[dict], Asker | None]


class Stream:
    """`identify` gets the ASGI scope and says who listens; None is answered with 401."""

    def __init__(self, hub: Hub, identify: Identify, allowed_origin: Callable[[dict], str | None]):
        self.hub, self.identify, self.allowed_origin = hub, identify, allowed_origin

    async def __call__(self, scope: dict, receive: Callable[[], Awaitable[dict]], send: Callable) -> None:
        asker = await sync_to_async(self.identify, thread_sensitive=False)(scope)
        if asker is None:
            await send({"type": "http.response.start", "status": 401, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": self._headers(scope)})
        ear = Ear(frozenset(str(i) for i in (asker.unit_id, asker.staff_id, asker.ticket_id) if i))
        self.hub.join(ear)
        told = asyncio.create_task(self._tell(scope, asker, ear, send))
        gone = asyncio.create_task(_until_gone(receive))
        try:
            await asyncio.wait({told, gone}, timeout=LIFETIME, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.hub.leave(ear)
            for task in (told, gone):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, OSError):
                    await task
        with contextlib.suppress(OSError):
            await send({"type": "http.response.body", "body": b""})

    def _headers(self, scope: dict) -> list[tuple[bytes, bytes]]:
        headers = [
            (b"content-type", b"text/event-stream"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
        ]
        if origin := self.allowed_origin(scope):
            headers += [
                (b"access-control-allow-origin", origin.encode()),
                (b"access-control-allow-credentials", b"true"),
            ]
        return headers

    async def _tell(self, scope: dict, asker: Asker, ear: Ear, send: Callable) -> None:
        last = _last_seen(scope)
        sent: set[int] = set()
        if last is None:
            last, sent = await sync_to_async(reading.begin, thread_sensitive=False)(asker, _drawn(scope))
        await send(_body(f"retry: 2000\nid: {last}\n\n"))
        while True:
            ear.woken.clear()
            for event in await sync_to_async(reading.since, thread_sensitive=False)(asker, last, sent):
                sent.add(event["id"])
                last = max(last, event["id"])
                await send(_body(f"id: {last}\nevent: rangkul\ndata: {json.dumps(event)}\n\n"))
            sent = {number for number in sent if number > last - 2 * reading.LOOK_BACK}
            try:
                await asyncio.wait_for(ear.woken.wait(), HEARTBEAT)
            except TimeoutError:
                await send(_body(": masih di sini\n\n"))


def _body(text: str) -> dict:
    return {"type": "http.response.body", "body": text.encode(), "more_body": True}


def _last_seen(scope: dict) -> int | None:
    for name, value in scope["headers"]:
        if name == b"last-event-id" and value.isdigit():
            return int(value)
    return None


def _drawn(scope: dict) -> datetime | None:
    """When the page was drawn, as the page says itself: seconds since 1970 in `?sejak=`."""
    said = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("sejak", [""])[0]
    # Twelve digits end long after anybody reads this page, and still fit a date.
    return datetime.fromtimestamp(int(said), UTC) if said.isdecimal() and said.isascii() and len(said) < 12 else None


async def _until_gone(receive: Callable[[], Awaitable[dict]]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
