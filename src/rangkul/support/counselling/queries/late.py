"""What stands open after its time: somebody waits for an answer, a next contact was promised, nothing was noted."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from rangkul.base import clock
from rangkul.journey.cases.hooks import Matter
from rangkul.support.counselling.group_states import LATE_MEETING, NOT_OPENED_AFTER
from rangkul.support.counselling.models import Room, Slot, Summary
from rangkul.support.counselling.queries.groups import not_begun_or_not_ended
from rangkul.support.counselling.queries.news import LOST_FOR, lost_news, unheard
from rangkul.support.counselling.queries.slots import unsettled_before
from rangkul.support.counselling.states import (
    LATE_LETTER,
    LATE_LIVE,
    LATE_NEXT,
    LATE_NOTE,
    LATE_SLOT,
    LIVING,
    LOST_NEWS,
    NOTE_WITHIN,
    RoomKind,
    RoomState,
    SlotState,
)

Find = Callable[[datetime, Callable[..., QuerySet]], Iterator[Matter]]


# Whoever writes of danger in a letter waits no longer than whoever is there.
AT_ONCE = Q(kind=RoomKind.LIVE) | Q(red=True)


def _answers(which: Q, matter: str) -> Find:
    def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
        rows = untold(Room.objects.filter(which, state__in=LIVING, answer_due__lte=now), "answer_due")
        for pk, due, owner in rows.values_list("pk", "answer_due", "owner_id"):
            yield Matter(matter, None, pk, due, owner)

    return find


def _is_unanswered(which: Q) -> Callable[[Matter], bool]:
    """A letter that became red climbs as what waits at once, and no longer as a letter beside it."""
    return lambda matter: Room.objects.filter(which, pk=matter.id, state__in=LIVING, answer_due=matter.due_at).exists()


def _unnoted(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    rows = Room.objects.filter(state=RoomState.ENDED, noted=False, ended_at__lte=now - NOTE_WITHIN)
    for pk, ended_at, owner in untold(rows).values_list("pk", "ended_at", "owner_id"):
        yield Matter(LATE_NOTE, None, pk, ended_at + NOTE_WITHIN, owner)


def _is_unnoted(matter: Matter) -> bool:
    return Room.objects.filter(pk=matter.id, state=RoomState.ENDED, noted=False).exists()


def _next(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    """A promise without a case, whose day is over where the client lives."""
    rows = Summary.objects.filter(next_done_at=None, next_on__lt=now.astimezone(clock.WIT).date())
    for pk, day, owner, region in untold(rows).values_list("pk", "next_on", "room__owner_id", "room__region_code"):
        if day < clock.local(now, region).date():
            yield Matter(LATE_NEXT, None, pk, datetime.combine(day, time(23, 59), clock.zone(region)), owner)


def _is_next(matter: Matter) -> bool:
    return Summary.objects.filter(pk=matter.id, next_done_at=None).exists()


def _unsettled(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for pk, at, staff in untold(unsettled_before(now)).values_list("pk", "at", "staff_id"):
        yield Matter(LATE_SLOT, None, pk, at + timedelta(hours=2), staff)


def _is_unsettled(matter: Matter) -> bool:
    return Slot.objects.filter(pk=matter.id, state=SlotState.TAKEN).exists()


def _meetings(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for pk, at, owner in untold(not_begun_or_not_ended(now)).values_list("pk", "at", "group__owner_id"):
        yield Matter(LATE_MEETING, None, pk, at + NOT_OPENED_AFTER, owner)


def _is_late_meeting(matter: Matter) -> bool:
    return not_begun_or_not_ended(clock.now()).filter(pk=matter.id).exists()


def _lost(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    rows = lost_news().annotate(climbs_at=F("lost_at") + LOST_FOR).filter(climbs_at__lte=now)
    for room in unheard(untold(rows, "climbs_at")):
        yield Matter(LOST_NEWS, None, room.pk, room.lost_at + LOST_FOR, room.owner_id)


def _is_lost(matter: Matter) -> bool:
    return bool(unheard(lost_news().filter(pk=matter.id, lost_at=matter.due_at - LOST_FOR)))


# Kind → how it is found, and whether it stands still.
LATE: dict[str, tuple[Find, Callable[[Matter], bool]]] = {
    LATE_LIVE: (_answers(AT_ONCE, LATE_LIVE), _is_unanswered(AT_ONCE)),
    LATE_LETTER: (_answers(~AT_ONCE, LATE_LETTER), _is_unanswered(~AT_ONCE)),
    LATE_NOTE: (_unnoted, _is_unnoted),
    LATE_NEXT: (_next, _is_next),
    LATE_SLOT: (_unsettled, _is_unsettled),
    LATE_MEETING: (_meetings, _is_late_meeting),
    LOST_NEWS: (_lost, _is_lost),
}


def held_by(staff_id: UUID) -> int:
    """Rooms that a worker whose account is to be closed still answers for."""
    return Room.objects.filter(owner_id=staff_id, state__in=LIVING).count()
