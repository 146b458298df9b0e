"""From a day to a place: one scale, or two with a marked break between years before the case and the case itself.

A life and a case do not fit one scale: in the room that shows forty years a case of three months is one dot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rangkul.journey.pictures.lifeline.values import Road

EDGE, BREAK = 14.0, 34.0
# A case is given at least so many days, so that its first week is no blot.
SHORTEST = 14
# Two scales where what came before is longer than this share of the case, and longer than these days.
SHARE, LONG_BEFORE = 0.6, 45


@dataclass(frozen=True)
class Room:
    """How wide the picture may be: `before` and `case` are given in units of the drawing."""

    before: tuple[float, float]
    case: tuple[float, float]
    per_day: float


SCREEN = Room(before=(300.0, 560.0), case=(560.0, 1160.0), per_day=4.0)
PAPER = Room(before=(270.0, 270.0), case=(380.0, 380.0), per_day=0.0)


@dataclass(frozen=True)
class Stretch:
    """One scale: days from `first` to `last` as ordinals, between two places."""

    first: int
    last: int
    left: float
    right: float

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / max(1, self.last - self.first)

    def at(self, day: int) -> float:
        return self.left + (min(max(day, self.first), self.last) - self.first) * self.per_day


@dataclass(frozen=True)
class Scale:
    """One stretch, or two in their order."""

    stretches: tuple[Stretch, ...]

    @property
    def width(self) -> float:
        return self.stretches[-1].right + EDGE

    @property
    def break_at(self) -> tuple[float, float] | None:
        """From where to where no day stands."""
        return (self.stretches[0].right, self.stretches[1].left) if len(self.stretches) == 2 else None

    def at(self, day: date) -> float:
        """The place of a day; what lies outside stands at the edge."""
        number = day.toordinal()
        later = self.stretches[-1]
        return later.at(number) if number >= later.first else self.stretches[0].at(number)

    def holds(self, day: date) -> bool:
        return self.stretches[0].first <= day.toordinal() <= self.stretches[-1].last


def scale_of(road: Road, room: Room = SCREEN) -> Scale:
    """What was guessed of a year may reach into days to come: the picture ends with what is planned, or with today."""
    opened = road.begins.toordinal()
    known = [(one.until or one.start).toordinal() for one in road.moments]
    end = max([(road.ended or road.today).toordinal(), opened + SHORTEST, *known])
    end += max(1, (end - opened) // 30)
    firsts = [one.first.toordinal() for one in road.moments]
    first = min([opened, *firsts])
    if opened - first <= max(LONG_BEFORE, SHARE * (end - opened)):
        wide = _within(room.case, (end - first) * room.per_day)
        spare = 0.0 if room.per_day else room.before[0] + BREAK
        return Scale((Stretch(first, end, EDGE, EDGE + wide + spare),))
    told = sum(1 for one in firsts if one < opened)
    past = _within(room.before, room.before[0] + 24.0 * max(0, told - 4))
    wide = _within(room.case, (end - opened) * room.per_day)
    start = EDGE + past + BREAK
    before = Stretch(_new_year(first), opened - 1, EDGE, EDGE + past)
    return Scale((before, Stretch(opened, end, start, start + wide)))


def _within(bounds: tuple[float, float], wanted: float) -> float:
    return min(max(wanted, bounds[0]), bounds[1])


def _new_year(day: int) -> int:
    return date.fromordinal(day).replace(month=1, day=1).toordinal()


# Steps of an axis, finest first: days, then months, then years, each with the room that its words need.
_DAYS = ((1, 52.0), (7, 52.0))
_MONTHS = ((1, 58.0), (3, 58.0), (6, 58.0))
_YEARS = ((1, 40.0), (2, 40.0), (5, 40.0), (10, 40.0), (20, 40.0), (50, 40.0), (100, 40.0))
DAY, MONTH, YEAR = "day", "month", "year"
# How far words may reach over the end of a scale, and how wide the longest of a step are: "12 Nov", "Nov 2026", "2026".
BESIDE = 8.0
_WORDS = {DAY: 42.0, MONTH: 54.0, YEAR: 30.0}


@dataclass(frozen=True)
class Tick:
    x: float
    day: date
    kind: str


def ticks(stretch: Stretch) -> list[Tick]:
    """The finest steps whose words do not touch, each where a day, week, month or year begins."""
    for days, wide in _DAYS:
        if days * stretch.per_day >= wide:
            return list(_placed(stretch, _every_days(stretch, days), DAY))
    for months, wide in _MONTHS:
        # February is the shortest.
        if 28 * months * stretch.per_day >= wide:
            return list(_placed(stretch, _every_months(stretch, months), MONTH))
    for years, wide in _YEARS:
        if 365 * years * stretch.per_day >= wide:
            return list(_placed(stretch, _every_years(stretch, years), YEAR))
    return list(_placed(stretch, _every_years(stretch, 500), YEAR))


def _placed(stretch: Stretch, days: Iterator[date], kind: str) -> Iterator[Tick]:
    """Without those whose words would stand over the edge."""
    for day in days:
        x = stretch.at(day.toordinal())
        if stretch.left <= x and x + _WORDS[kind] <= stretch.right + BESIDE:
            yield Tick(x, day, kind)


def _every_days(stretch: Stretch, step: int) -> Iterator[date]:
    first = stretch.first
    if step == 7:
        first += -date.fromordinal(first).weekday() % 7
    for number in range(first, stretch.last + 1, step):
        yield date.fromordinal(number)


def _every_months(stretch: Stretch, step: int) -> Iterator[date]:
    day = date.fromordinal(stretch.first).replace(day=1)
    while day.toordinal() <= stretch.last:
        if day.toordinal() >= stretch.first and (day.month - 1) % step == 0:
            yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _every_years(stretch: Stretch, step: int) -> Iterator[date]:
    year = date.fromordinal(stretch.first).year
    year += -year % step
    while year < 10_000 and date(year, 1, 1).toordinal() <= stretch.last:
        if year >= 1 and date(year, 1, 1).toordinal() >= stretch.first:
            yield date(year, 1, 1)
        year += step
