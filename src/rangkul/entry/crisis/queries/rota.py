"""The rota of a unit: who is on duty, and where nobody is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rangkul.base.clock import now
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.crisis.models import Shift

AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Gap:
    """Nobody is on duty from `start` to `end`."""

    start: datetime
    end: datetime


def shifts_of(unit: Unit, since: datetime | None = None) -> list[Shift]:
    since = since or now()
    rows = Shift.objects.select_related("staff", "offered_to", "unit").filter(unit=unit, dropped_at__isnull=True)
    return list(rows.filter(ends_at__gt=since, starts_at__lt=since + AHEAD).order_by("starts_at", "id")[:200])


def gaps(shifts: Iterable[Shift], start: datetime, end: datetime) -> Iterator[Gap]:
    """Red runs day and night, so every hour between `start` and `end` is somebody's, or a gap."""
    covered = start
    for shift in sorted(shifts, key=lambda one: one.starts_at):
        if shift.starts_at > covered:
            yield Gap(covered, min(shift.starts_at, end))
        covered = max(covered, shift.ends_at)
        if covered >= end:
            return
    if covered < end:
        yield Gap(covered, end)


def ahead_of(staff: Staff) -> list[Shift]:
    """What this worker still has, also the one that runs."""
    rows = Shift.objects.select_related("unit", "staff").filter(staff=staff, dropped_at=None, ended_at=None)
    return list(rows.filter(ends_at__gt=now()).order_by("starts_at"))


def to_move(at: datetime) -> list[Shift]:
    """Shifts that should have begun or ended and have not."""
    rows = Shift.objects.filter(ended_at__isnull=True, dropped_at__isnull=True, starts_at__lte=at)
    return [one for one in rows.order_by("ends_at")[:200] if one.ends_at <= at or one.begun_at is None]
