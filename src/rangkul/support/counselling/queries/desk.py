"""What lies on a worker's desk."""

from uuid import UUID

from django.db.models import Q

from rangkul.base.asking import Asker
from rangkul.support.counselling.models import Desk, Prepared, Room
from rangkul.support.counselling.states import RoomKind, RoomState


def desk_of(staff_id: UUID) -> Desk:
    return Desk.objects.filter(staff_id=staff_id).first() or Desk(staff_id=staff_id)


def held_live(staff_id: UUID) -> int:
    """Live conversations that this worker leads now."""
    return Room.objects.filter(owner_id=staff_id, state=RoomState.OPEN, kind=RoomKind.LIVE).count()


def prepared_for(by: Asker) -> list[Prepared]:
    """The own ones and those of the agency, by their shortcuts; of two with one name the own one."""
    rows = Prepared.objects.filter(Q(staff_id=by.staff_id) | Q(staff=None), agency_id=by.agency_id)
    found = {row.shortcut: row for row in sorted(rows, key=lambda row: row.staff_id is not None)}
    return sorted(found.values(), key=lambda row: row.shortcut)
