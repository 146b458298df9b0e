"""Whether a place is open at a moment, by its own clock. Spans may run over midnight."""

from __future__ import annotations

from collections.abc import Iterator
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
    """`days[HOLIDAY]` is there only where the notation says something about holidays."""

    always: bool = False
    days: dict[int, tuple[Span, ...]] = field(default_factory=dict)

    def same_as(self, other: Hours) -> bool:
        """Whether both are open at the same times; a holiday on which nothing is said is another than one off."""
        holidays = (HOLIDAY in self.days) == (HOLIDAY in other.days)
        return self.always == other.always and holidays and _open(self.days) == _open(other.days)

    def is_open(self, at: datetime, zone: ZoneInfo) -> bool:
        if self.always:
            return True
        here = at.astimezone(zone)
        return any(start <= here < end for start, end in self._around(here.date(), zone))

    def closes(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """When what is open at `at` closes; None where it is closed or never closes."""
        here = at.astimezone(zone)
        ends = [end for start, end in self._around(here.date(), zone) if start <= here < end]
        return None if self.always else max(ends, default=None)

    def opens_next(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        here = at.astimezone(zone)
        for ahead in range(HORIZON_DAYS):
            for start, _end in self.on(here.date() + timedelta(days=ahead), zone):
                if start > here:
                    return start
        return None

    def _around(self, day: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        yield from self.on(day - timedelta(days=1), zone)
        yield from self.on(day, zone)

    def is_silent_on(self, day: date) -> bool:
        """A public holiday on which nothing is said: whether it is open then, nobody knows."""
        return not self.always and HOLIDAY not in self.days and holiday_name(day) is not None

    def on(self, day: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """When it opens and closes on that day; nothing of what is always open."""
        key = HOLIDAY if HOLIDAY in self.days and holiday_name(day) else day.weekday()
        for opens, closes in self.days.get(key, ()):
            last = day if closes > opens else day + timedelta(days=1)
            yield datetime.combine(day, opens, zone), datetime.combine(last, closes, zone)


def _open(days: dict[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    return {day: spans for day, spans in days.items() if spans}
