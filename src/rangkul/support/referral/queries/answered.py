"""Whom referrals went to, and how they answer: as far as the asker sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Max,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from rangkul.base import clock
from rangkul.support.referral import clocks
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import UNANSWERED, State

MOST = 200
# Three working days are three days at least, and with every holiday between them no month.
_SURE, _NEVER = timedelta(days=clocks.HOUSE_DAYS), timedelta(days=31)


def partners(limit: int = 50) -> list[dict]:
    """How many went to each, and how many wait. The latest first."""
    rows = Referral.objects.filter(sent_at__isnull=False).values("organization_id", "receiver")
    told = rows.annotate(
        n=Count("pk"), waits=Count("pk", filter=Q(state__in=UNANSWERED)),
        expired=Count("pk", filter=Q(state=State.EXPIRED)), last=Max("sent_at"),
    )  # fmt: skip
    return list(told.order_by("-last")[:limit])


@dataclass(frozen=True)
class Answered:
    """One referral to a partner; `on_time` is None while it waits within its time."""

    row: Referral
    promised_at: datetime
    on_time: bool | None


@dataclass
class Record:
    """All that went to one partner: how many, of how many it can be said, how many of those were answered in time."""

    asked: int = 0
    judged: int = 0
    on_time: int = 0


def _to(organization_id: UUID | None, receiver: str) -> QuerySet[Referral]:
    whom = Q(organization_id=organization_id) if organization_id else Q(organization_id=None, receiver=receiver)
    rows = Referral.objects.filter(whom, sent_at__isnull=False)
    return rows.select_related("need", "case", "request", "owner")


def sent_to(*, organization_id: UUID | None = None, receiver: str = "", page: int = 1) -> list[Answered]:
    """One page, the latest first."""
    rows = _to(organization_id, receiver).order_by("-sent_at", "-id")
    return [_answered(row) for row in rows[(page - 1) * MOST : page * MOST]]


def record_of(*, organization_id: UUID | None = None, receiver: str = "") -> Record:
    """Counted in the database, whatever is shown; only where a holiday may decide it is a row itself looked at."""
    rows = _to(organization_id, receiver).annotate(took=_took(), agreed=_agreed())
    answered = Q(answered_at__isnull=False)
    # Still within its time, or taken back within it: that says nothing about them.
    open_ = Q(answered_at=None, state__in=(*UNANSWERED, State.CANCELLED))
    unsure = Q(answers_within=None, took__gt=_SURE, took__lt=_NEVER) & (answered | open_)
    in_time = Q(took__lte=F("agreed"))
    told = rows.aggregate(
        asked=Count("pk"), on_time=Count("pk", filter=in_time & answered), waits=Count("pk", filter=in_time & open_)
    )
    found = Record(told["asked"], told["asked"] - told["waits"], told["on_time"])
    for row in rows.filter(unsure).iterator():
        on_time = _answered(row).on_time
        found.judged -= on_time is None
        found.on_time += on_time is True
    return found


def _took() -> ExpressionWrapper:
    """From sent to answered, or until now; of one that was taken back until then."""
    taken_back = Case(When(state=State.CANCELLED, then=F("ended_at")), output_field=DateTimeField())
    until = Coalesce("answered_at", taken_back, Value(clock.now(), output_field=DateTimeField()))
    return ExpressionWrapper(until - F("sent_at"), output_field=DurationField())


def _agreed() -> Case:
    hours = ExpressionWrapper(F("answers_within") * Value(timedelta(hours=1)), output_field=DurationField())
    return Case(When(answers_within__isnull=False, then=hours), default=Value(_SURE), output_field=DurationField())


def _answered(row: Referral) -> Answered:
    promised = clocks.answer_by(row.sent_at, row.answers_within, row.file.region_code)
    if row.answered_at is not None:
        return Answered(row, promised, row.answered_at <= promised)
    waits = row.state in UNANSWERED and clock.now() <= promised
    # Taken back before they had to answer says nothing about them.
    taken_back = row.state == State.CANCELLED and row.ended_at <= promised
    return Answered(row, promised, None if waits or taken_back else False)
