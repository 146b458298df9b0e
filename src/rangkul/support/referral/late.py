"""What is late by the hour and not by the day: referrals from a request, which have no dates of a case, and those for
which hours were agreed on. The clock looks for them, and they climb above whoever answers for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from rangkul.base import clock
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.states import CaseState
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.states import (
    LATE_AGREED,
    LATE_NEED_OF_REQUEST,
    LATE_OF_REQUEST,
    LATE_STOP,
    LIVING,
    UNANSWERED,
    NeedState,
    Outcome,
)

# Before the law's own end, so that whoever stands above still has a day.
_BEFORE = timedelta(days=1)
# So long a need that nobody works on stays with its worker alone.
_A_DAY = timedelta(days=1)
# As a task of a case.
_CALL_GRACE = timedelta(days=3)


def _late(now: datetime) -> QuerySet[Referral]:
    unanswered = Q(state__in=LIVING, due_at__lt=now)
    unstopped = Q(stop_due_at__lt=now + _BEFORE, stopped_at=None)
    locked = Q(state__in=LIVING, locked_at__lt=now - _A_DAY)
    unheard = Q(state__in=LIVING, question_at__lt=now - _A_DAY)
    uncalled = Q(state__in=LIVING, call_on__lt=clock.local(now - _CALL_GRACE).date())
    elsewhere = Q(outcome=Outcome.ONWARD, later_outcome="", due_at__lt=now, need__state=NeedState.OPEN)
    which = unanswered | unstopped | locked | unheard | uncalled | elsewhere
    rows = Referral.objects.filter(which, case=None, sent_at__isnull=False)
    return rows.select_related("request", "case")


def _past_the_hour(now: datetime) -> QuerySet[Referral]:
    rows = Referral.objects.filter(state__in=UNANSWERED, due_at__lt=now)
    return rows.filter(case__isnull=False, answers_within__isnull=False)


def find_agreed(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for row in untold(_past_the_hour(now)):
        yield Matter(LATE_AGREED, row.case_id, row.pk, row.due_at, row.owner_id)


def stands_agreed(matter: Matter) -> bool:
    return _past_the_hour(clock.now()).filter(pk=matter.id).exists()


def _unstopped(now: datetime) -> QuerySet[Referral]:
    """Of a case that has ended nothing is reminded of any more; a stop is asked for all the same."""
    rows = Referral.objects.filter(stop_due_at__lt=now + _BEFORE, stopped_at=None, case__isnull=False)
    return rows.exclude(case__state=CaseState.OPEN)


def find_stop(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for row in untold(_unstopped(now)):
        yield Matter(LATE_STOP, row.case_id, row.pk, row.stop_due_at - _BEFORE, row.owner_id)


def stands_stop(matter: Matter) -> bool:
    """Among the dates of a case it stands under its door."""
    rows = Referral.objects.filter(stop_due_at__isnull=False, stopped_at=None)
    return rows.filter(Q(pk=matter.id) | Q(door=matter.id)).exists()


def _without_next(now: datetime) -> QuerySet[Need]:
    """Needs of a request for which nobody is asked any more, a day after the last one ended. Where it was referred on
    the referral itself waits for its outcome. Whether the request is open does not matter: the need is."""
    tries = Referral.objects.filter(need=OuterRef("pk"), sent_at__isnull=False)
    goes_on = Q(state__in=LIVING) | Q(outcome=Outcome.ONWARD, later_outcome="")
    rows = Need.objects.filter(~Exists(tries.filter(goes_on)), state=NeedState.OPEN, case=None)
    last = Subquery(tries.order_by("-ended_at").values("ended_at")[:1])
    return rows.annotate(last=last).filter(last__lt=now - _A_DAY).select_related("request")


def find_need(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for need in untold(_without_next(now)):
        owner = need.request.owner_id or need.noted_by_id
        yield Matter(LATE_NEED_OF_REQUEST, None, need.pk, need.last + _A_DAY, owner)


def stands_need(matter: Matter) -> bool:
    return _without_next(clock.now()).filter(pk=matter.id).exists()


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for row in untold(_late(now)):
        yield Matter(LATE_OF_REQUEST, None, row.pk, _since(row, now), row.owner_id)


def _since(row: Referral, now: datetime) -> datetime:
    """From when on it is late, the gravest first."""
    if row.waits_for_stop:
        return row.stop_due_at - _BEFORE
    waits = next((at + _A_DAY for at in row.waits_for_owner if at + _A_DAY < now), None)
    if waits is not None:
        return waits
    if row.call_on is not None and row.due_at >= now:
        return datetime.combine(row.call_on, time(23, 59), clock.zone(row.file.region_code))
    return row.due_at


def stands(matter: Matter) -> bool:
    return _late(clock.now()).filter(pk=matter.id).exists()
