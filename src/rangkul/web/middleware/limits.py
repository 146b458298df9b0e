"""A body that is too large is answered before it is read, and never reaches a disk."""

import asyncio
import threading
from tempfile import SpooledTemporaryFile

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_PIECE = 65_536
# While one page waits for the database, another is drawn.
PAGES_AT_ONCE = 2


def _too_long(length: str) -> bool:
    """A length that is none is too long."""
    return not (length.isascii() and length.isdigit()) or int(length[:20]) > settings.LARGEST_BODY


class BoundedBody:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _too_long(request.META.get("CONTENT_LENGTH") or "0"):
            return render(request, "413.html", status=413)
        return self.get_response(request)


class CollectedBody:
    """Under WSGI a form from a slow line arrives while the page waits. It is collected before the page begins, so that
    it holds a thread but no database connection and no transaction.
    """

    def __init__(self, application):
        self.application = application

    def __call__(self, environ: dict, start_response):
        length = environ.get("CONTENT_LENGTH") or "0"
        if _too_long(length) or length == "0":
            return self.application(environ, start_response)
        with SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE) as kept:
            left = int(length)
            while left and (piece := environ["wsgi.input"].read(min(left, _PIECE))):
                kept.write(piece)
                left -= len(piece)
            if left:
                # The line broke: half a form must not be taken for a whole one.
                start_response("400 Bad Request", [("Content-Length", "0")])
                return []
            kept.seek(0)
            return self.application({**environ, "wsgi.input": kept}, start_response)


class FewAtOnce:
    """Threads that wait for a slow line cost nothing; threads that draw pages take Python's one lock from each other.
    Only so many pages of a process are drawn at a time, the others wait their turn."""

    def __init__(self, application, most: int = PAGES_AT_ONCE):
        self.application = application
        self._room = threading.BoundedSemaphore(most)

    def __call__(self, environ: dict, start_response):
        with self._room:
            return self.application(environ, start_response)


class BoundedReceive:
    """Under ASGI the framework keeps a whole body before any middleware runs: one without end would fill the disk.

    Reading ends at the bound. The pages learn the length alone, and `BoundedBody` answers it like everywhere.
    """

    def __init__(self, scope: dict, receive):
        self.scope, self.receive = scope, receive
        self.seen = 0
        told = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        self.over = _too_long(told.decode("latin-1"))
        self.ended = False

    async def __call__(self) -> dict:
        if self.ended and self.over:
            # What still comes stays in the line; the answer closes it.
            await asyncio.Event().wait()
        if not self.over:
            message = await self.receive()
            self.seen += len(message.get("body", b""))
            if self.seen <= settings.LARGEST_BODY:
                return message
            self.over = True
            self.scope["headers"] = [*self.scope["headers"], (b"content-length", str(self.seen).encode())]
        self.ended = True
        return {"type": "http.request", "body": b"", "more_body": False}
