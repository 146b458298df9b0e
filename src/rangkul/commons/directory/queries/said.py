"""Suggestions: what waits for whom, and what became of one for whoever made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from rangkul.base import clock
from rangkul.commons.directory.models import Suggestion
from rangkul.commons.directory.saying import kept_of
from rangkul.commons.directory.states import Verdict

_SHOWN_FOR = timedelta(days=90)
_TOLD = "SELECT service_id, service, shown, topic, state, reason, due_on, decided_at FROM directory_said_outcome(%s)"


def waiting(limit: int = 100) -> list[Suggestion]:
    """What is due first."""
    rows = Suggestion.objects.filter(state=Verdict.WAITING).select_related("service__organization", "by", "editor")
    return list(rows.order_by(F("due_on").asc(nulls_first=True), "made_at")[:limit])


def waiting_for(staff_id: UUID) -> list[Suggestion]:
    rows = Suggestion.objects.filter(state=Verdict.WAITING, editor_id=staff_id)
    return list(rows.select_related("service__organization", "by").order_by("due_on", "made_at")[:100])


def overdue(today: date) -> QuerySet[Suggestion]:
    """For the clock: past their day, each with somebody above whom it climbs."""
    return Suggestion.objects.filter(state=Verdict.WAITING, editor__isnull=False, due_on__lt=today)


def said_by(staff_id: UUID) -> list[Suggestion]:
    """What a worker said lately, and what became of it."""
    rows = Suggestion.objects.filter(by_id=staff_id, made_at__gt=clock.now() - _SHOWN_FOR)
    return list(rows.select_related("service__organization", "editor", "decided_by").order_by("-made_at")[:50])


@dataclass(frozen=True)
class Outcome:
    """`service` is empty where the entry is not shown any more."""

    service_id: UUID
    service: str
    shown: bool
    topic: str
    state: str
    reason: str
    due_on: date | None
    decided_at: datetime | None


def outcome_of(code: str) -> Outcome | None:
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, [kept_of(code)])
        row = cursor.fetchone()
    return Outcome(*row) if row else None
