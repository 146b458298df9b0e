"""The counting of a quarter as tables, and what in it stands out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from rangkul.base.suppressing import ALL
from rangkul.web.desks.equity.ratios import Ratio, ratio
from rangkul.web.desks.equity.states import HARD, OF_PEOPLE, Dimension
from rangkul.web.desks.models import EquityCount


@dataclass
class Line:
    """One group. A number is None where it is hidden, and 0 where nothing was counted."""

    name: str
    n: int | None = 0
    first_hours: float | None = None
    decided_hours: float | None = None
    counts: dict[str, int | None] = field(default_factory=dict)

    def of(self, became: str) -> int | None:
        return self.counts.get(became, 0)


@dataclass(frozen=True)
class Found:
    """One comparison: what happened to a group of a dimension, against everybody else."""

    dimension: str
    name: str
    became: str
    ratio: Ratio


@dataclass
class Report:
    quarter: str
    until: date
    counted_at: datetime
    whole: Line
    tables: dict[str, list[Line]]
    # Of units, over all of them together.
    retold: Line

    @property
    def compared(self) -> list[Found]:
        """Only from numbers that are shown: what is hidden may not be guessed from a ratio."""
        return [
            Found(dimension, line.name, became, found)
            for dimension in OF_PEOPLE
            for line in self.tables.get(dimension, [])
            if line.name
            for became in HARD
            if (found := self._ratio(line, became)) is not None
        ]

    @property
    def standing_out(self) -> list[Found]:
        return [one for one in self.compared if one.ratio.stands_out]

    def _ratio(self, line: Line, became: str) -> Ratio | None:
        hit, n, all_hit, all_n = line.of(became), line.n, self.whole.of(became), self.whole.n
        if hit is None or n is None or all_hit is None or all_n is None:
            return None
        return ratio(hit, n, all_hit, all_n)


def quarters(agency_id: UUID | None) -> list[str]:
    """Those that were counted, the newest first."""
    rows = EquityCount.objects.filter(agency_id=agency_id, dimension="", became="").values_list("quarter", flat=True)
    return list(rows.distinct().order_by("-quarter"))


def report(agency_id: UUID | None, quarter: str) -> Report | None:
    rows = list(
        EquityCount.objects.filter(agency_id=agency_id, quarter=quarter).order_by("dimension", "name", "became")
    )
    if not rows:
        return None
    lines: dict[tuple[str, str], Line] = {}
    for row in rows:
        line = lines.setdefault((row.dimension, row.name), Line(row.name))
        if row.became:
            line.counts[row.became] = row.n
        else:
            line.n, line.first_hours, line.decided_hours = row.n, row.first_hours, row.decided_hours
    whole = lines.pop(("", ""))
    retold = lines.pop((Dimension.UNIT, ALL), Line(ALL))
    tables: dict[str, list[Line]] = {}
    for (dimension, _name), line in lines.items():
        tables.setdefault(dimension, []).append(line)
    return Report(quarter, rows[0].until, rows[0].counted_at, whole, tables, retold)
