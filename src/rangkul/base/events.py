"""The event log: every verb and every reading of a file leaves one row that nobody can change.

It feeds the timeline, the audit log, the live pages and the outbox. Payloads hold ids and codes, never personal text,
so that a row can be kept after the person it speaks of was erased.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import connection

from rangkul.base.asking import Asker
from rangkul.base.models import Event

_INSERT = (
    "INSERT INTO base_event (at, name, by_kind, by_id, by_name, agency_id, unit_id, subject_kind, subject_id, payload)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_after: dict[str, list[Callable[[Event], None]]] = {}


def write(
    name: str,
    *,
    by: Asker,
    subject: tuple[str, UUID],
    payload: dict[str, Any] | None = None,
    agency_id: UUID | None = None,
    unit_id: UUID | None = None,
) -> Event:
    """Insert one event in the caller's transaction and run what listens to it there.

    The row is inserted without reading its number back: who may write an event (the public) need not see it.
    """
    event = Event(
        name=name,
        by_kind=by.kind,
        by_id=by.staff_id or by.ticket_id,
        by_name=by.name if by.kind == "job" else "",
        agency_id=agency_id,
        unit_id=unit_id,
        subject_kind=subject[0],
        subject_id=subject[1],
        payload=payload or {},
    )
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                event.at,
                event.name,
                event.by_kind,
                event.by_id,
                event.by_name,
                event.agency_id,
                event.unit_id,
                event.subject_kind,
                event.subject_id,
                json.dumps(event.payload),
            ],
        )
    for listener in _after.get(name, ()):
        listener(event)
    return event


def after(*names: str) -> Callable[[Callable[[Event], None]], Callable[[Event], None]]:
    """Register a hook that runs in the same transaction as the event; slow work is deferred to a job from there."""

    def register(listener: Callable[[Event], None]) -> Callable[[Event], None]:
        for name in names:
            _after.setdefault(name, []).append(listener)
        return listener

    return register


def of(subjects: Iterable[tuple[str, UUID]]) -> Any:
    """Events about these subjects, newest first, as far as the asker may see them."""
    ids = [subject_id for _, subject_id in subjects]
    return Event.objects.filter(subject_id__in=ids).order_by("-id")
