"""What is promised for a day at a request: an open request to a platform, a step that runs for a child. With a case its
reminders say so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value

from rangkul.base import clock
from rangkul.base.days import end_of
from rangkul.entry.intake.states import State
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.protection.models import ChildStep, Takedown
from rangkul.journey.protection.states import EARLY, GRACE, PROMISED, TAKEDOWN_KIND, StepState, TakedownState

# A request that was taken back, refused or given to another house: nobody here goes on with it.
OVER = (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER)


def _promised(kind: str) -> QuerySet[Any]:
    """Each with its `day` and who `answers` for it: a step has somebody of its own."""
    if kind == TAKEDOWN_KIND:
        rows: QuerySet[Any] = Takedown.objects.filter(state=TakedownState.OPEN)
        rows = rows.annotate(day=F("next_look"), answers=F("request__owner"))
    else:
        rows = ChildStep.objects.filter(state=StepState.DOING, child__ended_at=None)
        rows = rows.annotate(day=F("due"), answers=F("owner"))
    return rows.filter(case=None).exclude(request__state__in=OVER)


@dataclass(frozen=True)
class Promise:
    kind: str
    day: date
    request_id: UUID
    ticket: str
    level: str


def promised_to(staff_id: UUID, until: date) -> list[Promise]:
    """What this person answers for by that day, soonest first; one statement."""
    rows = [
        _promised(kind)
        .filter(answers=staff_id, day__lte=until)
        .values_list(Value(kind), "day", "request_id", "request__ticket", "request__level")
        for kind in PROMISED
    ]
    return [Promise(*row) for row in rows[0].union(*rows[1:], all=True).order_by("day")]


def late_promise(kind: str) -> Callable[[datetime, Callable[..., QuerySet]], Iterator[Matter]]:
    def found(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
        rows = untold(_promised(kind).filter(day__lt=clock.local(now).date() - timedelta(days=GRACE)))
        for pk, day, region, owner in rows.values_list("pk", "day", "request__region_code", "answers"):
            yield Matter(EARLY[kind], None, pk, end_of(day, region), owner)

    return found


def promise_stands(kind: str) -> Callable[[Matter], bool]:
    def stands(matter: Matter) -> bool:
        rows = _promised(kind).filter(pk=matter.id, answers=matter.owner_id)
        return any(end_of(*one) == matter.due_at for one in rows.values_list("day", "request__region_code"))

    return stands


def promised(kind: str, row_id: UUID) -> Takedown | ChildStep | None:
    """The one of which somebody was told; None where there is none that the asker sees."""
    return _promised(kind).filter(pk=row_id).first()
