"""What lies on a worker's desk."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rangkul.base import clock
from rangkul.base.asking import Asker, acting, job
from rangkul.support.counselling.models import Desk, Prepared, Room
from rangkul.support.counselling.queries.wishes import name_of
from rangkul.support.counselling.states import RoomKind, RoomState

_JOB = job("counselling.burdens")


@dataclass(frozen=True)
class Burden:
    desk: Desk
    held: int

    @property
    def is_away(self) -> bool:
        return self.desk.away_until is not None and self.desk.away_until > clock.now()

    @property
    def is_full(self) -> bool:
        return self.held >= self.desk.most


def away_until(staff_id: UUID) -> datetime | None:
    """Until when they said that they are away; None for somebody who is there."""
    rows = Desk.objects.filter(staff_id=staff_id, away_until__gt=clock.now())
    return rows.values_list("away_until", flat=True).first()


def desk_of(staff_id: UUID) -> Desk:
    return Desk.objects.filter(staff_id=staff_id).first() or Desk(staff_id=staff_id)


def held_live(staff_id: UUID) -> int:
    """Live conversations that this worker leads now."""
    return Room.objects.filter(owner_id=staff_id, state=RoomState.OPEN, kind=RoomKind.LIVE).count()


def burdened(staff_ids: Collection[UUID], kind: str) -> dict[UUID, Burden]:
    """Those of these colleagues to whom no conversation of this kind can be handed now. Counted as the house's own job:
    nobody sees how many rooms a colleague of another unit leads."""
    ids = list(staff_ids)
    with acting(_JOB):
        desks = {desk.staff_id: desk for desk in Desk.objects.filter(staff_id__in=ids)}
        led = Room.objects.filter(owner_id__in=ids, state=RoomState.OPEN, kind=RoomKind.LIVE)
        held = Counter(led.values_list("owner_id", flat=True)) if kind == RoomKind.LIVE else Counter()
    found = {one: Burden(desks.get(one) or Desk(staff_id=one), held[one]) for one in ids}
    return {one: burden for one, burden in found.items() if burden.is_away or burden.is_full}


def prepared_for(by: Asker) -> list[Prepared]:
    """The own ones and those of the agency, by their shortcuts; of two with one name and language the own one."""
    rows = Prepared.objects.filter(Q(staff_id=by.staff_id) | Q(staff=None), agency_id=by.agency_id)
    rows = sorted(rows, key=lambda row: row.staff_id is not None)
    found = {(row.shortcut, row.language): row for row in rows}
    return [found[key] for key in sorted(found)]


@dataclass(frozen=True)
class Ready:
    """One prepared answer as a room offers it. `instead`: the language it is in, where that is not the client's."""

    shortcut: str
    text: str
    instead: str = ""


def prepared_in(by: Asker, language: str) -> list[Ready]:
    """Of each shortcut the words in the client's language, else the Indonesian ones, else those that there are."""
    found: dict[str, Prepared] = {}
    for row in sorted(prepared_for(by), key=lambda row: (row.language == language, row.language == "")):
        found[row.shortcut] = row
    return [
        Ready(name, found[name].text, "" if found[name].language == language else name_of(found[name].language))
        for name in sorted(found)
    ]
