"""How many people one worker talks with live at once."""

from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.commons.people.models import Staff
from rangkul.support.counselling import queries
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import RoomKind


def _one_at_a_time(staff_id: UUID) -> None:
    """Two rooms that go to one worker in the same moment are counted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"desk:{staff_id}"])


def refuse_too_many(staff_id: UUID, kind: str) -> None:
    """A limit for live conversations: letters wait well, somebody who is there does not."""
    if kind != RoomKind.LIVE:
        return
    _one_at_a_time(staff_id)
    held = queries.held_live(staff_id)
    if held >= queries.desk_of(staff_id).most:
        raise Refused(
            _("Anda sudah memegang %(n)d percakapan langsung, sebanyak batas Anda. Akhiri atau serahkan satu dulu.")
            % {"n": held},
            code="limit",
        )


def refuse_burdened(staff: Staff, room: Room) -> None:
    """What nobody may take beyond their limit, nobody is given either; and nobody answers who is not there."""
    _one_at_a_time(staff.pk)
    burden = queries.burdened([staff.pk], room.kind).get(staff.pk)
    if burden is None:
        return
    if burden.is_away:
        words = _("%(who)s tidak di tempat sampai %(until)s. Pilih rekan lain.")
        until = clock.local(burden.desk.away_until, room.region_code)
        raise Refused(
            words % {"who": staff.called_name, "until": f"{until:%d-%m-%Y %H.%M}"}, field="staff", code="away"
        )
    words = _("%(who)s sudah memegang %(n)d percakapan langsung, sebanyak batasnya. Pilih rekan lain.")
    raise Refused(words % {"who": staff.called_name, "n": burden.held}, field="staff", code="limit")


def refuse_unready(room: Room) -> None:
    """To a client who agrees to talk live with a worker who has no place for it, or has gone meanwhile."""
    _one_at_a_time(room.owner_id)
    if queries.burdened([room.owner_id], RoomKind.LIVE):
        raise Refused(
            _("Petugas Anda sedang bersama orang lain atau tidak di tempat. Tulis saja di sini; ia membacanya."),
            code="busy",
        )
