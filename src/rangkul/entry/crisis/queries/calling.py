"""The test calls of a month: which lines nobody has called yet, who was named to, by when, and who is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from time import monotonic
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Agency, Staff
from rangkul.commons.people.states import Role
from rangkul.entry.crisis.models import Hotline, LineKeeper
from rangkul.entry.crisis.models.hotline import CALLED_BY

# So many days before its day the calls stand on the first page of whoever makes them.
REMIND = timedelta(days=3)
# The first page is opened all day, so each process asks once a minute.
_KEEP_SECONDS = 60
_kept: dict[UUID, tuple[float, Calls]] = {}


@dataclass(frozen=True)
class Calls:
    """Of one agency in one month: `owner_id` makes the calls (None: nobody can), `open` lines wait for theirs."""

    owner_id: UUID | None
    due: date
    open: int

    def remind(self, today: date) -> bool:
        return bool(self.open) and today >= self.due - REMIND


def forget_kept() -> None:
    _kept.clear()


def keeper_of(agency_id) -> LineKeeper | None:
    return LineKeeper.objects.select_related("staff").filter(agency_id=agency_id).first()


def owner_of(agency_id: UUID) -> Staff | None:
    """Whoever was named; where nobody is, or they left, the head of the agency, then its admin."""
    keeper = keeper_of(agency_id)
    if keeper is not None and keeper.staff.is_active:
        return keeper.staff
    able = Staff.objects.filter(agency_id=agency_id, is_active=True).order_by("made_at", "id")
    return next(
        (found for role in (Role.HEAD, Role.ADMIN) if (found := able.filter(roles__contains=[role]).first())), None
    )


def waiting_since(first: date) -> QuerySet[Hotline]:
    """Open lines that nobody called since that day, whatever would have come of it."""
    called = Q(called_on__gte=first) | Q(verified_on__gte=first)
    return Hotline.objects.exclude(status=Hotline.Status.CLOSED).exclude(called).order_by("key")


def not_called_this_month() -> int:
    return waiting_since(days.today().replace(day=1)).count()


def due_day_of(agency_id: UUID) -> int:
    return LineKeeper.objects.filter(agency_id=agency_id).values_list("due_day", flat=True).first() or CALLED_BY


def calls_of(agency_id: UUID) -> Calls:
    owner, first = owner_of(agency_id), days.today().replace(day=1)
    return Calls(owner.pk if owner else None, first.replace(day=due_day_of(agency_id)), waiting_since(first).count())


def calls_for(asker: Asker) -> Calls | None:
    """The calls of the month where they are the asker's and not all made; as each process last saw them."""
    if asker.agency_id is None or asker.staff_id is None:
        return None
    until, calls = _kept.get(asker.agency_id, (0.0, None))
    if calls is None or monotonic() > until:
        calls = calls_of(asker.agency_id)
        _kept[asker.agency_id] = (monotonic() + _KEEP_SECONDS, calls)
    return calls if calls.owner_id == asker.staff_id and calls.open else None


def late(at: datetime) -> QuerySet[Agency]:
    """Agencies whose day of this month has passed while lines wait, and that named somebody: above the head, who has
    the calls until then, there is nobody to tell."""
    today = clock.local(at).date()
    first = today.replace(day=1)
    if not waiting_since(first).exists():
        return Agency.objects.none()
    named = LineKeeper.objects.filter(due_day__lt=today.day).values("agency_id")
    return Agency.objects.filter(pk__in=named, active=True)


def due_at(agency: Agency, at: datetime) -> datetime:
    """The end of the day by which the calls of that month are made, by the clock of the agency."""
    day = clock.local(at).date().replace(day=due_day_of(agency.pk))
    return datetime.combine(day, time(23, 59), clock.zone(agency.region_code))


def stands(due: datetime) -> bool:
    """Whether lines still wait for the call of the month in which they were due; a new month forgives nothing."""
    return waiting_since(clock.local(due).date().replace(day=1)).exists()
