"""Style sheets, scripts and fonts, also where an asynchronous server sends them (the one-command mode)."""

import gzip
import os
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import MissingFileError

from rangkul.web.file_addresses import edition, without_edition

_PIECE = 65_536
_SENT = frozenset({200, 206, 304})
# Text shrinks to a third; pictures and fonts are small already.
_TEXT = (".js", ".mjs", ".css", ".svg", ".json")
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
        if _may_shrink(static_file, answer):
            patch_vary_headers(answer, ["Accept-Encoding"])
            if request.method == "GET" and "gzip" in request.headers.get("Accept-Encoding", ""):
                return _shrunk(static_file, answer)
        if hasattr(request, "scope") and answer.file_to_stream is not None:
            answer.streaming_content = _pieces(answer.file_to_stream)
        elif hasattr(request, "scope"):
            answer.streaming_content = _nothing()
        return answer


def _may_shrink(static_file, answer: HttpResponse) -> bool:
    """Text that was not built by us and so lies there in one size only: on a slow line it is most of the wait."""
    path = getattr(static_file, "path", "")
    return answer.status_code == 200 and path.endswith(_TEXT) and not answer.has_header("Content-Encoding")


def _shrunk(static_file, answer: HttpResponse) -> HttpResponse:
    answer.file_to_stream.close()
    small = HttpResponse(_gzipped(static_file.path, static_file.stamp), headers=dict(answer.items()))
    small["Content-Encoding"], small["Content-Length"] = "gzip", str(len(small.content))
    return small


@lru_cache(maxsize=512)
def _gzipped(path: str, _stamp: tuple[int, int]) -> bytes:
    return gzip.compress(Path(path).read_bytes(), mtime=0)


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
