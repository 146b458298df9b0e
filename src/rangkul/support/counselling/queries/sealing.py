"""Whose keys there are for a room. The keys themselves lie wrapped: only a browser opens them."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from rangkul.base.asking import Asker
from rangkul.support.counselling.models import Message, Room, RoomKey, Terms, WorkerKey
from rangkul.support.counselling.states import MOST_KEYS, Lane, RoomKind


@dataclass(frozen=True)
class Holder:
    """A worker of the room's agency who has made a key. `takes`: may take the room while it waits; `given`: the room's
    key is wrapped for this one already. The holder of a ticket learns only the names of those who sit there."""

    id: UUID
    staff_id: UUID
    public: str
    name: str
    takes: bool
    seated: bool
    given: bool


def holders(room: Room) -> list[Holder]:
    """The one who answers for it first, then those on duty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, staff_id, public, name, takes, seated, given FROM counselling_holders(%s)", [room.pk]
        )
        return [Holder(*row) for row in cursor.fetchall()]


def takers(room: Room) -> list[Holder]:
    """For whom a client wraps the key of a new room."""
    return [one for one in holders(room) if one.takes][:MOST_KEYS]


def own_key(by: Asker) -> WorkerKey | None:
    return WorkerKey.objects.select_related("key").filter(staff_id=by.staff_id, retired_at=None).first()


def my_room_key(room: Room, by: Asker) -> RoomKey | None:
    """The room's key as it is wrapped for the asker: for their key that counts now, or by the client's words."""
    rows = RoomKey.objects.select_related("key").filter(room=room)
    if by.kind == "ticket":
        return rows.filter(worker_key=None).first()
    return rows.filter(worker_key__staff_id=by.staff_id, worker_key__retired_at=None).first()


def may_be_sealed(room: Room) -> bool:
    """A letter of an agency that offers it, in which nobody has said anything yet."""
    if room.kind != RoomKind.LETTER or room.end_to_end or not room.lives:
        return False
    if not Terms.objects.filter(agency_id=room.agency_id, seal_letters=True).exists():
        return False
    return not Message.objects.filter(room=room, lane=Lane.ROOM, line="").exists()


def letters_are_sealed_somewhere() -> bool:
    """Whether any agency here offers it: before a client has said where they are, nobody knows which one answers."""
    return Terms.objects.filter(seal_letters=True).exists()
