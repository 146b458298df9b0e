"""The crisis board: what is red and open, whose clock runs, who was told, who said "I take care of it"."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.ready import ready
from rangkul.commons.trust.queries import subjects_held
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.states import OPEN, Level, Via

Held = TypeVar("Held", Escalation, NextContact)

# As many as one looks over; whoever wishes for more asks for as many again.
MOST = 60


@dataclass(frozen=True)
class Row:
    """`told`: the newest telling; `waits`: nobody has acknowledged or answered; `contact`: the next one that is due."""

    request: Request
    told: Escalation | None
    steps: int
    waits: bool
    contact: NextContact | None

    @property
    def is_report(self) -> bool:
        return self.request.via == Via.REPORT

    @property
    def calls(self) -> bool:
        """Somebody is to be spoken with now."""
        return self.contact is not None and self.contact.due_at <= now()

    @property
    def is_late(self) -> bool:
        return self.request.is_open and self.request.due_at < now()


def board(asker: Asker, most: int = MOST) -> list[Row]:
    """What waits for a person first, then by clock: the unit's own, and what rose to the asker."""
    rows = _requests(list(_ids(asker, most)))
    ids = [one.pk for one in rows]
    told, contacts = _told(ids), _contacts(ids)
    # By statements of their own: joined to each row, whose name may be read is asked of everybody first.
    prefetch_related_objects(told, "told", "acknowledged_by")
    prefetch_related_objects(contacts, "told")
    told_of, contacts_of = _by_request(told), _by_request(contacts)
    shown = (_row(one, told_of[one.pk], contacts_of[one.pk]) for one in rows)
    return sorted(shown, key=lambda row: (not (row.waits or row.calls), _next(row), row.request.pk))


@ready
def _requests(ids: list[UUID]) -> QuerySet[Request]:
    return Request.objects.filter(pk__among=ids).select_related("key", "owner", "unit")


@ready
def _told(ids: list[UUID]) -> QuerySet[Escalation]:
    return Escalation.objects.filter(request__among=ids).order_by("told_at", "step")


@ready
def _contacts(ids: list[UUID]) -> QuerySet[NextContact]:
    return NextContact.objects.filter(request__among=ids, done_at__isnull=True).order_by("due_at")


def _by_request(rows: Iterable[Held]) -> dict[UUID, list[Held]]:
    found: dict[UUID, list[Held]] = defaultdict(list)
    for row in rows:
        found[row.request_id].append(row)
    return found


def beyond(asker: Asker, rows: list[Row], most: int = MOST) -> int:
    """How many red ones there are that are not among these rows of `board`."""
    shown = sum(row.request.is_open and row.request.level == Level.MERAH for row in rows)
    # A list that is not full holds them all.
    if shown < most:
        return 0
    (staff_id, unit_id, held), shape = _of(asker)
    return max(0, _red(staff_id, unit_id, held, **shape).count() - shown)


def _of(asker: Asker) -> tuple[tuple[UUID, UUID, list[UUID]], dict[str, bool]]:
    """Whose board it is, as the statements below ask it: staff, unit, what was opened to them, whether of the unit."""
    held, of_unit = subjects_held(asker, "request"), bool(asker.practises and asker.unit_id)
    return (cast("UUID", asker.staff_id), asker.unit_id or UUID(int=0), held), {"of_unit": of_unit}


def _red(staff_id: UUID, unit_id: UUID, held: list[UUID], of_unit: bool) -> QuerySet[Request]:
    # What rose to somebody stays on their board after they said "I take care of it".
    mine = Q(owner_id=staff_id) | Q(pk__among=held)
    if of_unit:
        mine |= Q(unit_id=unit_id)
    return Request.objects.filter(mine, level=Level.MERAH, state__in=OPEN)


@ready
def _first_red(staff_id: UUID, unit_id: UUID, held: list[UUID], *, of_unit: bool, untaken: bool, most: int) -> QuerySet:
    rows = _red(staff_id, unit_id, held, of_unit)
    if untaken:
        rows = rows.filter(Exists(Escalation.objects.filter(request=OuterRef("pk"), acknowledged_at__isnull=True)))
    # Of what nobody has taken the last: the first stand in the whole list.
    order = ("-due_at", "-id") if untaken else ("due_at", "id")
    return rows.order_by(*order).values_list("pk", flat=True)[:most]


@ready
def _first_contacts(staff_id: UUID, unit_id: UUID, held: list[UUID], *, of_unit: bool, most: int) -> QuerySet:
    mine = Q(request__owner_id=staff_id) | Q(told_id=staff_id) | Q(by_id=staff_id) | Q(request_id__among=held)
    if of_unit:
        mine |= Q(request__unit_id=unit_id)
    rows = NextContact.objects.filter(mine, look_at__isnull=False).order_by("look_at")
    return rows.values_list("request_id", flat=True)[:most]


def _ids(asker: Asker, most: int) -> set[UUID]:
    """Each list is found by an index of its own; together in one condition they would read the whole queue.

    What came last has a later clock than all before it, so that what waits for somebody is asked for by itself."""
    mine, shape = _of(asker)
    red = _first_red(*mine, untaken=False, most=most, **shape)
    # A list that is not full holds what waits as well.
    untaken = _first_red(*mine, untaken=True, most=most, **shape) if len(red) == most else []
    return {*red, *untaken, *_first_contacts(*mine, most=most, **shape)}


def _row(request: Request, told: list[Escalation], contacts: list[NextContact]) -> Row:
    waits = request.is_open and any(one.acknowledged_at is None for one in told)
    return Row(request, told[-1] if told else None, len(told), waits, contacts[0] if contacts else None)


def _next(row: Row) -> datetime:
    dues = [row.request.due_at] if row.request.is_open else []
    return min([*dues, *([row.contact.due_at] if row.contact else [])])


def waiting(rows: list[Row]) -> int:
    return sum(row.waits or row.calls for row in rows)
