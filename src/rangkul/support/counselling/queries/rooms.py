"""Which rooms there are for somebody. Whoever asks for one that is not theirs hears that there is none."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.support.counselling.models import Room, Seat, Summary
from rangkul.support.counselling.states import LIVING, RoomState

_SHOWN = 50


def _rows() -> QuerySet[Room]:
    return Room.objects.select_related("key", "owner")


def get(pk: UUID) -> Room:
    """Raises Http404 where there is none that the asker sees."""
    found = _rows().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def for_ticket(by: Asker) -> Room | None:
    """The newest room of this ticket: the one that lives, else the last one. Staff are nobody's to list, so the owner
    is not joined."""
    if by.kind != "ticket":
        return None
    rows = Room.objects.select_related("key").filter(request_id=by.ticket_id)
    return rows.order_by("-began_at").first()


def has_talked(by: Asker) -> bool:
    """Whether a worker ever talked with whoever holds this ticket."""
    return by.kind == "ticket" and Room.objects.filter(request_id=by.ticket_id, taken_at__isnull=False).exists()


def living_of(request_id: UUID) -> Room | None:
    return Room.objects.filter(request_id=request_id, state__in=LIVING).first()


def waiting(by: Asker) -> list[Room]:
    """Who waits in the asker's unit: the red first, then the longest."""
    return list(_rows().filter(unit_id=by.unit_id, state=RoomState.WAITING).order_by("-red", "began_at")[:_SHOWN])


def with_me(by: Asker) -> list[Room]:
    """Open rooms in which the asker sits; those that wait for an answer first."""
    mine = Seat.objects.filter(room=OuterRef("pk"), staff_id=by.staff_id, left_at=None)
    rows = _rows().filter(Exists(mine), state=RoomState.OPEN)
    return sorted(rows[:_SHOWN], key=lambda room: (room.answer_due is None, room.answer_due or room.began_at))


def to_note(by: Asker) -> list[Room]:
    """Ended by the client, and nobody wrote down what came of it."""
    rows = _rows().filter(owner_id=by.staff_id, state=RoomState.ENDED, noted=False)
    return list(rows.order_by("ended_at")[:_SHOWN])


def promised_next(by: Asker) -> list[Summary]:
    """Next contacts that the asker promised and that no case keeps, the nearest first."""
    rows = Summary.objects.filter(by_id=by.staff_id, next_done_at=None, next_on__isnull=False)
    return list(rows.select_related("room__key").order_by("next_on")[:_SHOWN])


def of_case(case: Case) -> list[Room]:
    """All of a case that the asker may see, the newest first; also those that began before there was a case."""
    rows = _rows().filter(Q(case=case) | Q(request_id=case.request_id, request_id__isnull=False))
    return list(rows.order_by("-began_at")[:_SHOWN])


def summary_of(room: Room) -> Summary | None:
    """What came of it; on a case it stands in the activity, for whoever sees the case."""
    return Summary.objects.select_related("key", "by", "activity__key").filter(room=room).first()


def seats_of(room: Room) -> list[Seat]:
    """Everybody who ever sat there, in the order in which they came."""
    return list(Seat.objects.filter(room=room).order_by("joined_at", "id"))
