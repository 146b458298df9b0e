"""What happened, as plain values: what placing, drawing and description share. Nothing here asks a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rangkul.journey.pictures.states import Exactness, Lane

# Who says "about 1998" may mean this many years before or after.
ABOUT_YEARS = 2
# Many of these stand close together: they are marks without words, counted where they would touch.
COUNTED = frozenset({Lane.CONTACT, Lane.VISIT, Lane.MEASURE})


@dataclass(frozen=True)
class Moment:
    """`label` stands on the picture, `words` say it in full (without the day). What lasts has `until`, its last day,
    or is `lasting` where it has not ended. `tone`: "planned", "missed", a level, "" for what simply was.

    `url` leads to where it is written.
    """

    lane: str
    id: str
    start: date
    label: str
    words: str
    until: date | None = None
    lasting: bool = False
    exact: str = Exactness.DAY
    tone: str = ""
    told: str = ""
    url: str = ""

    @property
    def first(self) -> date:
        """The earliest day that is meant."""
        return _moved(self.start, -ABOUT_YEARS) if self.exact == Exactness.ABOUT else self.start

    @property
    def last(self) -> date:
        """The latest day that is meant, or the last day of what lasted."""
        if self.until:
            return max(self.start, self.until)
        if self.exact == Exactness.MONTH:
            return _end_of_month(self.start)
        if self.exact == Exactness.YEAR:
            return date(self.start.year, 12, 31)
        if self.exact == Exactness.ABOUT:
            return date(min(9999, self.start.year + ABOUT_YEARS), 12, 31)
        return self.start

    @property
    def spans(self) -> bool:
        return self.lasting or self.last > self.first


@dataclass(frozen=True)
class Road:
    """The moments of one case. `begins` is the day on which it was opened, `ended` when it was closed."""

    begins: date
    today: date
    moments: tuple[Moment, ...] = ()
    ended: date | None = None


def _moved(day: date, years: int) -> date:
    return date(max(1, day.year + years), 1, 1)


def _end_of_month(day: date) -> date:
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1) if (day.year, day.month) != (9999, 12) else None
    return date.fromordinal(after.toordinal() - 1) if after else date(9999, 12, 31)
