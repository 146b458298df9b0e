"""Who may do which verb. Who may see a room is the database's answer; here it is already one that the asker sees."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.models import Block, Call, Message, Prepared, Room, Seat, Slot
from rangkul.support.counselling.states import Lane, SeatRole


def holds_ticket(by: Asker, room: Room) -> bool:
    return by.kind == "ticket" and by.ticket_id == room.request_id


# A page asks many of these at once: it looks for the asker's seat once, and hands it on as `seat`.
_UNASKED = object()
Known = Any


def _seat(by: Asker, room: Room, seat: Known) -> Seat | None:
    return seat_of(by, room) if seat is _UNASKED else seat


def seat_of(by: Asker, room: Room) -> Seat | None:
    """Where the asker sits in the room now; None for who only looks in."""
    seat = None
    if holds_ticket(by, room):
        seat = _client_seat.one(room.pk)
    elif by.staff_id is not None and by.kind == "staff":
        seat = _staff_seat.one(room.pk, by.staff_id)
    if seat is not None:
        seat.room = room
    return seat


@ready
def _client_seat(room_id: UUID) -> QuerySet[Seat]:
    return Seat.objects.filter(room_id=room_id, role=SeatRole.CLIENT).order_by("pk")[:1]


@ready
def _staff_seat(room_id: UUID, staff_id: UUID) -> QuerySet[Seat]:
    return Seat.objects.filter(room_id=room_id, staff_id=staff_id, left_at=None).order_by("pk")[:1]


def is_supervisor_of(by: Asker, room: Room) -> bool:
    return by.has("supervisor") and by.unit_id == room.unit_id


def may_begin(*, by: Asker, request: Request, **_: object) -> bool:
    """Only whoever holds the ticket; nobody is drawn into a room."""
    return by.kind == "ticket" and by.ticket_id == request.pk


def may_take(*, by: Asker, room: Room, **_: object) -> bool:
    return by.practises and by.unit_id == room.unit_id


def may_speak(*, by: Asker, room: Room, lane: str = Lane.ROOM, seat: Known = _UNASKED, **_: object) -> bool:
    """Who sits in it. Beside the room, among staff, also a supervisor of the unit, who need not sit down for that."""
    if _seat(by, room, seat) is not None:
        return lane == Lane.ROOM or by.kind == "staff"
    return lane == Lane.ASIDE and is_supervisor_of(by, room)


def may_see_to(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    """Staff who sit in a hushed room, or supervise its unit."""
    return by.kind == "staff" and may_speak(by=by, room=room, lane=Lane.ASIDE, seat=seat)


def sits(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    return _seat(by, room, seat) is not None


def may_withdraw(*, by: Asker, message: Message, **_: object) -> bool:
    """One's own words only."""
    seat = seat_of(by, message.room)
    return seat is not None and seat.pk == message.seat_id


def is_counsellor(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    mine = _seat(by, room, seat)
    return mine is not None and mine.role == SeatRole.COUNSELLOR


def may_keep_kind(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    return holds_ticket(by, room) or is_counsellor(by=by, room=room, seat=seat)


def may_lead(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    """Whoever counsels, or a supervisor of the unit: somebody must be able to go on when a worker falls ill."""
    return is_counsellor(by=by, room=room, seat=seat) or is_supervisor_of(by, room)


def may_leave(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    mine = _seat(by, room, seat)
    return mine is not None and mine.role in (SeatRole.COLLEAGUE, SeatRole.SUPERVISOR)


def may_note(*, by: Asker, room: Room, **_: object) -> bool:
    return by.kind == "staff" and (room.owner_id == by.staff_id or is_supervisor_of(by, room))


def is_client(*, by: Asker, room: Room, **_: object) -> bool:
    return holds_ticket(by, room)


def may_lift(*, by: Asker, block: Block, **_: object) -> bool:
    return by.practises


def is_clock(*, by: Asker, **_: object) -> bool:
    return by.kind == "job"


def may_set_desk(*, by: Asker, **_: object) -> bool:
    """Each for themself."""
    return by.practises


def may_set_terms(*, by: Asker, **_: object) -> bool:
    return by.has("pimpinan", "admin")


def may_prepare(*, by: Asker, for_all: bool = False, **_: object) -> bool:
    return by.practises and (not for_all or by.has("supervisor"))


def may_drop_prepared(*, by: Asker, prepared: Prepared, **_: object) -> bool:
    return by.practises and (prepared.staff_id == by.staff_id or (prepared.staff_id is None and by.has("supervisor")))


def may_sit(staff: Staff, room: Room) -> bool:
    """Whom one may call in or hand over to."""
    return staff.is_active and staff.practises and staff.agency_id == room.agency_id and staff.pk != room.against_id


def is_seat_of(by: Asker, seat: Seat | None) -> bool:
    if seat is None:
        return False
    return by.kind == "ticket" if seat.is_client else by.kind == "staff" and seat.staff_id == by.staff_id


def may_call(*, by: Asker, room: Room, seat: Known = _UNASKED, **_: object) -> bool:
    """Who sits in the room. A supervisor who reads along is not heard either."""
    mine = _seat(by, room, seat)
    return mine is not None and mine.role != SeatRole.SUPERVISOR


def may_answer(*, by: Asker, call: Call, seat: Known = _UNASKED, **_: object) -> bool:
    """The other side: the client when staff call, whoever sits there as staff when the client does."""
    return call.rings and may_call(by=by, room=call.room, seat=seat) and (by.kind == "ticket") != call.caller.is_client


def may_signal(*, by: Asker, call: Call, seat: Known = _UNASKED, **_: object) -> bool:
    """The two who speak, as long as they sit there."""
    return may_call(by=by, room=call.room, seat=seat) and (is_seat_of(by, call.caller) or is_seat_of(by, call.other))


def may_hang_up(*, by: Asker, call: Call, **_: object) -> bool:
    return may_signal(by=by, call=call) or may_answer(by=by, call=call)


def may_offer(*, by: Asker, staff: Staff | None = None, **_: object) -> bool:
    """Each for themself, and a supervisor for whoever works in the unit."""
    if staff is None or staff.pk == by.staff_id:
        return by.practises
    return by.has("supervisor") and staff.is_active and staff.practises and staff.unit_id == by.unit_id


def may_pick(*, by: Asker, request: Request, **_: object) -> bool:
    return by.kind == "ticket" and by.ticket_id == request.pk


def may_keep_slot(*, by: Asker, slot: Slot, **_: object) -> bool:
    if by.kind != "staff":
        return False
    return slot.staff_id == by.staff_id or (by.has("supervisor") and slot.unit_id == by.unit_id)
