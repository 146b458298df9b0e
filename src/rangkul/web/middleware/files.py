"""Style sheets, scripts and fonts, also where an asynchronous server sends them (the one-command mode)."""

import os
from collections.abc import AsyncIterator
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import MissingFileError

from rangkul.web.file_addresses import edition, without_edition

_PIECE = 65_536
_SENT = frozenset({200, 206, 304})
_FOR_A_YEAR = "max-age=31536000, public, immutable"


class StaticFiles(WhiteNoiseMiddleware):
    """What lies there is listed once; a file that was built anew since is looked at again, without a restart."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        wanted, request.path_info = without_edition(request.path_info)
        if not self.autorefresh and request.path_info.startswith(self.static_prefix):
            self._look_again(request.path_info)
        answer = super().__call__(request)
        # A page of the release before still finds its files; what it gets now is not what its address promised.
        if wanted and wanted == edition() and answer is not None and answer.status_code in _SENT:
            answer["Cache-Control"] = _FOR_A_YEAR
        return answer

    def get_static_file(self, path, url, stat_cache=None):
        found = super().get_static_file(path, url, stat_cache)
        found.path, found.stamp = path, _stamp(path)
        return found

    def _look_again(self, url: str) -> None:
        known = self.files.get(url)
        if known is not None and _stamp(known.path) == known.stamp:
            return
        try:
            found = self.get_static_file(known.path, url) if known else self.find_file(url)
        except MissingFileError:
            found = None
        if found is None:
            self.files.pop(url, None)
        else:
            self.files[url] = found

    @staticmethod
    def serve(static_file, request: HttpRequest) -> HttpResponse:
        """The library hands out a synchronous file, which such a server reads whole before its first byte leaves."""
        answer = WhiteNoiseMiddleware.serve(static_file, request)
        if hasattr(request, "scope") and answer.file_to_stream is not None:
            answer.streaming_content = _pieces(answer.file_to_stream)
        elif hasattr(request, "scope"):
            answer.streaming_content = _nothing()
        return answer


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


async def _pieces(file: BinaryIO) -> AsyncIterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


async def _nothing() -> AsyncIterator[bytes]:
    """For HEAD and for what the browser holds already."""
    for piece in ():
        yield piece
