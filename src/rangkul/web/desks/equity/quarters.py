"""Which quarter is counted when: once, on the 8th day after it ended, so that everybody who is counted has waited, or
been helped, for a week at least. A second counting over a little more would be the first plus the few who came between:
whoever subtracts the two finds them."""

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
    """One counting: what came in from `since` until `until`. It is done once `after` has passed, and never again."""

    quarter: Quarter
    since: datetime
    until: datetime
    after: datetime


def countings(now: datetime) -> list[Counting]:
    """Those of the last quarters that are over; the newest first."""
    today = clock.local(now).date()
    quarter, found = Quarter.of(today).before(), []
    for _step in range(_BACK):
        found.append(_counting(quarter))
        quarter = quarter.before()
    return [one for one in found if one.after <= now]


def _counting(quarter: Quarter) -> Counting:
    ended = quarter.next().starts
    return Counting(quarter, _at(quarter.starts), _at(ended), _at(ended.replace(day=DAY_OF_COUNTING)))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), clock.WIB)
