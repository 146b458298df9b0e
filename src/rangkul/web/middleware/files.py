"""Style sheets, scripts and fonts, also where an asynchronous server sends them (the one-command mode)."""

from collections.abc import AsyncIterator
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

_PIECE = 65_536


class StaticFiles(WhiteNoiseMiddleware):
    """The library hands out a synchronous file, which such a server reads whole before its first byte leaves."""

    @staticmethod
    def serve(static_file, request: HttpRequest) -> HttpResponse:
        answer = WhiteNoiseMiddleware.serve(static_file, request)
        if hasattr(request, "scope") and answer.file_to_stream is not None:
            answer.streaming_content = _pieces(answer.file_to_stream)
        elif hasattr(request, "scope"):
            answer.streaming_content = _nothing()
        return answer


async def _pieces(file: BinaryIO) -> AsyncIterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


async def _nothing() -> AsyncIterator[bytes]:
    """For HEAD and for what the browser holds already."""
    for piece in ():
        yield piece
