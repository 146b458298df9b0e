"""Whether a place is open at a moment, by its own clock. Spans may run over midnight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rangkul.base.workdays import holiday_name

# Public holidays as a day of their own, after Monday 0 … Sunday 6.
HOLIDAY = 7
# The longest closed stretch that is looked through.
HORIZON_DAYS = 21

# Opens, closes; where it closes at or before it opens, it closes on the next day.
Span = tuple[time, time]


@dataclass(frozen=True)
class Hours:
    """`days[HOLIDAY]` is there only where the notation says something about holidays; `each_day` where it was written
    for so few days that the holidays among them are meant too."""

    always: bool = False
    days: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    each_day: bool = False

    def same_as(self, other: Hours) -> bool:
        """Whether both are open at the same times; a holiday on which nothing is said is another than one off."""
        holidays = (HOLIDAY in self.days) == (HOLIDAY in other.days)
        return self.always == other.always and holidays and _open(self.days) == _open(other.days)

    def is_open(self, at: datetime, zone: ZoneInfo) -> bool | None:
        """None on a holiday of which nothing is said."""
        return is_open(self._on_every_day, at, zone)

    def closes(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """When what is open at `at` closes; None where it is not surely open or never closes."""
        here = at.astimezone(zone)
        begun = None if self.always else _begun(self._on_every_day, here, zone)
        if begun is None or self.is_silent_on(begun):
            return None
        return max(end for start, end in self.on(begun, zone) if start <= here < end)

    def opens_next(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        return opens_next(self._on_every_day, at, zone)

    def _on_every_day(self, _day: date) -> Hours:
        return self

    def is_silent_on(self, day: date) -> bool:
        """A public holiday on which nothing is said: whether it is open then, nobody knows."""
        spoken = self.always or self.each_day or HOLIDAY in self.days
        return not spoken and holiday_name(day) is not None

    def on(self, day: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """When it opens and closes on that day; nothing of what is always open."""
        key = HOLIDAY if HOLIDAY in self.days and holiday_name(day) else day.weekday()
        for opens, closes in self.days.get(key, ()):
            last = day if closes > opens else day + timedelta(days=1)
            yield datetime.combine(day, opens, zone), datetime.combine(last, closes, zone)


# The hours that hold on a day; None where nobody wrote them down for it, or they cannot be read.
HoursOf = Callable[[date], Hours | None]


def is_open(hours_of: HoursOf, at: datetime, zone: ZoneInfo) -> bool | None:
    """By the hours of the day on which the span began. None where the hours of today are not known, or where it would
    be open but for a holiday of which nothing is said."""
    here = at.astimezone(zone)
    today = hours_of(here.date())
    if today is None or today.always:
        return None if today is None else True
    begun = _begun(hours_of, here, zone)
    if begun is None:
        return False
    held = hours_of(begun)
    return None if held is not None and held.is_silent_on(begun) else True


def opens_next(hours_of: HoursOf, at: datetime, zone: ZoneInfo) -> datetime | None:
    """By the hours of the day itself; a holiday of which nothing is said is no promise."""
    here = at.astimezone(zone)
    for ahead in range(HORIZON_DAYS):
        day = here.date() + timedelta(days=ahead)
        hours = hours_of(day)
        if hours is None or hours.is_silent_on(day):
            continue
        if found := min((start for start, _end in hours.on(day, zone) if start > here), default=None):
            return found
    return None


def _begun(hours_of: HoursOf, here: datetime, zone: ZoneInfo) -> date | None:
    """The day whose hours run just now; those of yesterday may run over midnight."""
    for day in (here.date() - timedelta(days=1), here.date()):
        hours = hours_of(day)
        if hours and any(start <= here < end for start, end in hours.on(day, zone)):
            return day
    return None


def _open(days: dict[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    return {day: spans for day, spans in days.items() if spans}
