"""A room as a source of the stream: its messages themselves, read under the rights of the one who listens.

The cursor holds how far the listener has come in each lane: "12-3". A client hears of the first lane alone, so theirs
is "12-0" for ever, and says nothing of the other.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.asking import Asker
from rangkul.base.live.sources import Told
from rangkul.base.ready import ready
from rangkul.support.counselling import policy, queries
from rangkul.support.counselling.actions.rows import aside_topic
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import Lane


class RoomSource:
    wakes = frozenset({"room.spoke", "room.aside"})

    def topics(self, asker: Asker, wanted: str) -> frozenset[str]:
        room = _room(wanted)
        if room is None or not hears(asker, room):
            return frozenset()
        beside = {aside_topic(room.pk)} if asker.kind == "staff" else set()
        return frozenset({str(room.pk), *beside})

    def since(self, asker: Asker, wanted: str, cursor: str) -> list[Told]:
        """Nothing any more for whoever has left: the rows are not theirs to see."""
        room = _room(wanted)
        if room is None:
            return []
        number, aside = read_cursor(cursor)
        told = []
        name = room.called_name if asker.kind == "staff" else ""
        for row in queries.said(queries.after(room.pk, number), asker, room.pk, name):
            number = row.number
            told.append(Told(f"{number}-{aside}", "ruang", row.as_json(room.region_code)))
        if asker.kind == "staff":
            for row in queries.said(queries.after(room.pk, aside, Lane.ASIDE), asker, room.pk, name):
                aside = row.number
                told.append(Told(f"{number}-{aside}", "ruang", row.as_json(room.region_code)))
        return told


@ready
def _rooms(room_id: UUID) -> QuerySet[Room]:
    return Room.objects.select_related("key").filter(pk=room_id)


def _room(wanted: str) -> Room | None:
    try:
        return _rooms.one(UUID(wanted))
    except ValueError:
        return None


def hears(asker: Asker, room: Room) -> bool:
    """Whoever sits there, or supervises the unit; that a room of the unit waits gives no ear in it."""
    return policy.seat_of(asker, room) is not None or policy.is_supervisor_of(asker, room)


def read_cursor(said: str) -> tuple[int, int]:
    """(room, aside); the beginning where it cannot be read."""
    numbers = said.split("-") if said else []
    if len(numbers) > 2 or not all(one.isdecimal() and len(one) < 10 for one in numbers):
        return 0, 0
    room, aside = (*map(int, numbers), 0, 0)[:2]
    return room, aside


def cursor_of(room: int, aside: int = 0) -> str:
    return f"{room}-{aside}"
