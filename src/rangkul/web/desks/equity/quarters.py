"""Which quarter is counted when: on the 8th of each month, over what came in until the end of the month before, so that
everybody who is counted has waited, or been helped, for a week at least."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from rangkul.base import clock

DAY_OF_COUNTING = 8
# What is counted once although nobody asked for it in time: a house that has just begun to count.
_BACK = 4


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def read(cls, text: str) -> Quarter | None:
        """`2026-3`; None where it is anything else."""
        year, _sep, number = text.partition("-")
        if len(year) == 4 and year.isascii() and year.isdigit() and number in {"1", "2", "3", "4"} and year != "0000":
            return cls(int(year), int(number))
        return None

    @property
    def starts(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    def next(self) -> Quarter:
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def before(self) -> Quarter:
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


@dataclass(frozen=True)
class Counting:
    """One counting: what came in from `since` until `until`. It is done once `after` has passed, and not again."""

    quarter: Quarter
    since: datetime
    until: datetime
    after: datetime


def countings(now: datetime) -> list[Counting]:
    """The one of this month, and those of the quarters before it; the newest first."""
    today = clock.local(now).date()
    this = today.replace(day=1)
    month = this if today.day >= DAY_OF_COUNTING else _month_before(this)
    quarter = Quarter.of(_month_before(month))
    found = [_counting(quarter, month)]
    for _step in range(_BACK - 1):
        quarter = quarter.before()
        found.append(_counting(quarter, quarter.next().starts))
    return found


def _counting(quarter: Quarter, until: date) -> Counting:
    return Counting(quarter, _at(quarter.starts), _at(until), _at(until.replace(day=DAY_OF_COUNTING)))


def _month_before(month: date) -> date:
    return date(month.year - 1, 12, 1) if month.month == 1 else date(month.year, month.month - 1, 1)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), clock.WIB)
