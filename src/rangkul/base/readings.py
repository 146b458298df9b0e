"""Opening a file is an event too. A GET may not write, so readings wait until its transaction has ended.

A question whose words have no place in an address is asked by POST; `@only_reads` says that it writes as little as a
GET.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from rangkul.base import events
from rangkul.base.asking import Asker, asking_as

_pending: ContextVar[list[tuple[str, str, UUID, dict, UUID | None]] | None] = ContextVar(
    "rangkul_readings", default=None
)


def only_reads(view: Callable[..., Any]) -> Callable[..., Any]:
    """The page's transaction is read-only whatever the method; stand it outermost."""
    view.only_reads = True  # type: ignore[attr-defined]
    return view


def begin() -> None:
    _pending.set([])


def read_file(
    kind: str, subject_id: UUID, *, why: str = "", name: str = "file.opened", agency_id: UUID | None = None
) -> None:
    """Note that the asker opened this file; `why` is a short code ("team", "supervision", "break_glass", "search").
    `agency_id`: whose file it is, where whoever reads belongs to no agency."""
    pending = _pending.get()
    if pending is None:
        raise RuntimeError("readings.begin() was not called for this request")
    pending.append((name, kind, subject_id, {"why": why} if why else {}, agency_id))


def write_pending(by: Asker) -> int:
    """Write what was read. The page is shown only when this has been committed."""
    pending = _pending.get() or []
    _pending.set(None)
    if pending:
        with asking_as(by):
            for name, kind, subject_id, payload, whose in pending:
                agency_id = by.agency_id or whose
                events.write(
                    name, by=by, subject=(kind, subject_id), payload=payload, agency_id=agency_id, unit_id=by.unit_id
                )
    return len(pending)
