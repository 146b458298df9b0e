"""Taking a room in hand, and the shape of what every verb on it says."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.base.live.telling import tell
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.support.counselling import policy
from rangkul.support.counselling.models import Message, Room, Seat
from rangkul.support.counselling.states import MOST_TURNS, Lane


def lock(room: Room) -> Room:
    """The room as it is now, held until the verb ends: whoever else writes in it waits, so numbers have no gap.
    Raises Http404 where the asker no longer sees it."""
    held = Room.objects.select_for_update(of=("self",)).select_related("key").filter(pk=room.pk).first()
    if held is None:
        raise Http404
    return held


def lock_living(room: Room) -> Room:
    """Like `lock`; Raises Refused for a room that has ended."""
    held = lock(room)
    if not held.lives:
        raise Refused(_("Percakapan ini sudah berakhir. Tidak ada lagi yang bisa ditulis di sini."), code="ended")
    return held


def about(room: Room, result: Any = None, *, silent: bool = False, **payload: Any) -> Done:
    """An event whose subject is the room: ids and codes."""
    said = {key: str(value) if isinstance(value, UUID | Model) else value for key, value in payload.items()}
    return Done(
        room if result is None else result,
        subject=("room", room.pk),
        payload=said,
        agency_id=room.agency_id,
        unit_id=room.unit_id,
        silent=silent,
    )


def sitting(by: Asker, room: Room) -> Seat:
    """Raises Http404 for whoever has no seat."""
    seat = policy.seat_of(by, room)
    if seat is None:
        raise Http404
    return seat


def next_number(room: Room, lane: str) -> int:
    """Called while the room is locked."""
    last = _last.one(room.pk, lane=str(lane))
    return (last[0] if last else 0) + 1


@ready
def _last(room_id: UUID, *, lane: str) -> QuerySet:
    return Message.objects.filter(room_id=room_id, lane=lane).order_by("-number").values_list("number")[:1]


@ready
def _seated(room_id: UUID) -> QuerySet:
    return Seat.objects.filter(room_id=room_id, left_at=None, staff__isnull=False).values_list("staff_id")


def write_line(room: Room, line: str, seat: Seat, **more: Any) -> Message:
    """What the house itself writes down for everybody in the room."""
    message = Message(
        room=room, key=room.key, seat=seat, lane=Lane.ROOM, number=next_number(room, Lane.ROOM), line=line, **more
    )
    message.save(force_insert=True)
    spoke(room)
    return message


def refuse_too_often(room: Room, seat: Seat) -> None:
    """Each line of the house rings with everybody there; a seat that asks and takes back without end is stopped, and
    can still write."""
    newest = Message.objects.filter(room=room, lane=Lane.ROOM, seat=seat, at__gt=clock.now() - timedelta(minutes=10))
    if newest.exclude(line="").count() >= MOST_TURNS:
        raise Refused(_("Terlalu sering berganti. Tunggu beberapa menit; menulis tetap bisa."), code="often")


def aside_topic(room_id: UUID) -> str:
    """What the client's stream never listens for."""
    return f"{room_id}:aside"


def spoke(room: Room, lane: str = Lane.ROOM, but: UUID | None = None) -> None:
    """Wake the streams of the room, and the workers' other pages. What is said beside it also wakes those of the
    unit's supervisors, who need not be there yet. `but`: who wrote it knows."""
    others = {*(staff for (staff,) in _seated(room.pk)), room.owner_id}
    if lane == Lane.ROOM:
        tell("room.spoke", room.pk, {room.pk, aside_topic(room.pk), *(others - {but})})
    else:
        above = Staff.objects.filter(unit_id=room.unit_id, roles__contains=[Role.SUPERVISOR], is_active=True)
        others |= set(above.values_list("pk", flat=True))
        tell("room.aside", room.pk, {aside_topic(room.pk), *(others - {but, room.against_id})})
