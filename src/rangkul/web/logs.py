"""Logs tell where something went wrong, never what somebody wrote.

An exception's own words may quote a client: a broken constraint repeats the row, a failed conversion the text. So only
its kind and its place are logged. RANGKUL_DEBUG=1 shows everything, for made-up data.
"""

import logging
import traceback
from types import TracebackType

from django.db import Error as DatabaseError
from django.http import HttpRequest


class Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            quiet = logging.makeLogRecord(record.__dict__)
            quiet.msg, quiet.args = f"{getattr(record, 'status_code', '-')} {request.method} {place_of(request)}", ()
            record = quiet
        # Another handler may have left the words of the exception here.
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: tuple) -> str:  # noqa: N802 - the library's name
        _, error, frames = ei
        return "\n".join(_chain(error, frames))


def place_of(request: HttpRequest) -> str:
    """The pattern of the address, not the address: people type names and tickets there."""
    match = request.resolver_match
    return f"/{match.route}" if match else "(alamat tidak dikenal)"


def _chain(error: BaseException | None, frames: TracebackType | None) -> list[str]:
    """The first cause first, each with its frames and its kind."""
    lines: list[str] = []
    while error is not None:
        lines = ["".join(traceback.format_tb(frames)).rstrip(), _kind(error), *lines]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        frames = error.__traceback__ if error is not None else None
    return lines


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if not isinstance(error, DatabaseError):
        return name
    diagnosis = getattr(error.__cause__, "diag", None)
    said = (getattr(diagnosis, "sqlstate", None), getattr(diagnosis, "constraint_name", None))
    return " ".join([name, *filter(None, said)])
