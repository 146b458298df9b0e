"""The stream as a small ASGI application: text/event-stream, resumable by Last-Event-ID."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from django.db import DatabaseError

from rangkul.base.asking import Asker
from rangkul.base.live.hub import Ear, Hub, Notice, door_topic
from rangkul.base.live.reading import BATCH, Log, OfSource, Tale
from rangkul.base.live.sources import SOURCES

HEARTBEAT = 25.0
# A stream ends by itself so that a closed account or a changed role takes hold; the browser comes back at once.
LIFETIME = 900.0
# A cursor is a few numbers; anything else was not ours.
_CURSOR = re.compile(r"[0-9-]{0,40}", re.ASCII)

Identify = Callable[[dict], Asker | None]


class Stream:
    """`identify` gets the ASGI scope and says who listens; None is answered with 401, what is not theirs with 404."""

    def __init__(self, hub: Hub, identify: Identify, allowed_origin: Callable[[dict], str | None]):
        self.hub, self.identify, self.allowed_origin = hub, identify, allowed_origin

    async def __call__(self, scope: dict, receive: Callable[[], Awaitable[dict]], send: Callable) -> None:
        asker = await self._who(scope)
        tale = _tale(asker, scope) if asker is not None else None
        if asker is None or tale is None:
            await self._refuse(scope, 401, send)
            return
        try:
            await sync_to_async(tale.begin, thread_sensitive=False)()
        except DatabaseError:
            # Away for a moment; the browser comes back.
            await self._refuse(scope, 503, send)
            return
        if not tale.topics:
            await self._refuse(scope, 404, send)
            return
        ear = Ear(tale.topics | _doors(asker))
        self.hub.join(ear)
        try:
            # A door that was shut before the ear was there told it nothing.
            if ear.by_door and await self._who(scope) is None:
                await self._refuse(scope, 401, send)
                return
            await send({"type": "http.response.start", "status": 200, "headers": self._headers(scope)})
            await _until_over(tale, ear, receive, send)
        finally:
            self.hub.leave(ear)
        with contextlib.suppress(OSError):
            await send({"type": "http.response.body", "body": b""})

    async def _who(self, scope: dict) -> Asker | None:
        return await sync_to_async(self.identify, thread_sensitive=False)(scope)

    async def _refuse(self, scope: dict, status: int, send: Callable) -> None:
        await send({"type": "http.response.start", "status": status, "headers": self._origin(scope)})
        await send({"type": "http.response.body", "body": b""})

    def _headers(self, scope: dict) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-type", b"text/event-stream"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
            *self._origin(scope),
        ]

    def _origin(self, scope: dict) -> list[tuple[bytes, bytes]]:
        origin = self.allowed_origin(scope)
        if not origin:
            return []
        return [
            (b"access-control-allow-origin", origin.encode()),
            (b"access-control-allow-credentials", b"true"),
        ]


def _tale(asker: Asker, scope: dict) -> Tale | None:
    """What this stream tells; whoever holds a ticket hears one source, and nothing of the log."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    for name in SOURCES:
        if name in asked:
            return OfSource(asker, name, asked[name][0], _last_seen(scope) or _cursor(asked.get("setelah", [""])[0]))
    if asker.kind == "ticket":
        return None
    last = _last_seen(scope)
    return Log(asker, int(last) if last.isdecimal() else None, _drawn(asked))


def _doors(asker: Asker) -> frozenset[str]:
    """By which door they came in: what shuts it ends the stream."""
    return frozenset() if asker.ticket_id is None else frozenset({door_topic(asker.ticket_id)})


async def _until_over(tale: Tale, ear: Ear, receive: Callable[[], Awaitable[dict]], send: Callable) -> None:
    """Tell until the door is shut, the browser has gone, or the stream is old."""
    told = asyncio.create_task(_tell(tale, ear, send))
    gone = asyncio.create_task(_until_gone(receive))
    try:
        await asyncio.wait({told, gone}, timeout=LIFETIME, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (told, gone):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, DatabaseError):
                await task


async def _tell(tale: Tale, ear: Ear, send: Callable) -> None:
    await send(_body(f"retry: 2000\nid: {tale.cursor}\n\n" if tale.cursor else "retry: 2000\n\n"))
    while not ear.shut:
        look, notices = ear.take()
        passing = [notice for notice in notices if tale.passes_on(notice)]
        if look or len(passing) < len(notices):
            await _tell_kept(tale, send)
        for notice in passing:
            await send(_body(_in_passing(notice)))
        try:
            await asyncio.wait_for(ear.woken.wait(), HEARTBEAT)
        except TimeoutError:
            await send(_body(": masih di sini\n\n"))


async def _tell_kept(tale: Tale, send: Callable) -> None:
    """Everything that came since, however much: who was away for long is told in portions."""
    more = True
    while more:
        told = await sync_to_async(tale.since, thread_sensitive=False)()
        more = len(told) >= BATCH
        lines = [f"id: {one.cursor}\nevent: {one.name}\ndata: {json.dumps(one.data)}\n\n" for one in told]
        if lines:
            await send(_body("".join(lines)))


def _in_passing(notice: Notice) -> str:
    said = {"name": notice.name, "subject": notice.subject, "detail": notice.detail}
    return f"event: sekilas\ndata: {json.dumps(said)}\n\n"


def _body(text: str) -> dict:
    return {"type": "http.response.body", "body": text.encode(), "more_body": True}


def _last_seen(scope: dict) -> str:
    return next((_cursor(value.decode("latin-1")) for name, value in scope["headers"] if name == b"last-event-id"), "")


def _cursor(said: str) -> str:
    return said if _CURSOR.fullmatch(said) else ""


def _drawn(asked: dict[str, list[str]]) -> datetime | None:
    """When the page was drawn, as the page says itself: seconds since 1970 in `?sejak=`."""
    said = asked.get("sejak", [""])[0]
    # Twelve digits end long after anybody reads this page, and still fit a date.
    return datetime.fromtimestamp(int(said), UTC) if said.isdecimal() and said.isascii() and len(said) < 12 else None


async def _until_gone(receive: Callable[[], Awaitable[dict]]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
