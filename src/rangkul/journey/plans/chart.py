"""Where the points of a small line chart stand: levels −2…+2 of one goal over time, in two people's eyes.

Only geometry; the template draws it and puts the same numbers in a table below. Units are those of the SVG's viewBox.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rangkul.journey.plans.gas import LEVELS

WIDTH, HEIGHT = 560, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 16, 34


@dataclass(frozen=True)
class Seen:
    """One moment: the day and the level each of the two named; None where nobody said."""

    on: date
    client: int | None
    worker: int | None
    label: str = ""


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    level: int


@dataclass(frozen=True)
class Chart:
    rows: list[Seen]
    client: list[Dot]
    worker: list[Dot]
    steps: list[tuple[int, float]]
    days: list[tuple[date, float]]
    width: int = field(default=WIDTH)
    height: int = field(default=HEIGHT)
    left: int = field(default=LEFT)
    right: int = field(default=WIDTH - RIGHT)

    @property
    def client_line(self) -> str:
        return _line(self.client)

    @property
    def worker_line(self) -> str:
        return _line(self.worker)


def _line(dots: Iterable[Dot]) -> str:
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)


def _height_of(level: int) -> float:
    share = (LEVELS[-1] - level) / (LEVELS[-1] - LEVELS[0])
    return round(TOP + share * (HEIGHT - TOP - BOTTOM), 1)


def _across(on: date, first: date, last: date) -> float:
    days = (last - first).days
    # A single moment stands in the middle instead of at the edge.
    share = (on - first).days / days if days else 0.5
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def draw(rows: Iterable[Seen]) -> Chart | None:
    """The chart of these moments in the order of their days; None without any level."""
    rows = sorted(rows, key=lambda row: row.on)
    if not any(row.client is not None or row.worker is not None for row in rows):
        return None
    first, last = rows[0].on, rows[-1].on
    x = {row.on: _across(row.on, first, last) for row in rows}
    return Chart(
        rows=rows,
        client=[Dot(x[row.on], _height_of(row.client), row.client) for row in rows if row.client is not None],
        worker=[Dot(x[row.on], _height_of(row.worker), row.worker) for row in rows if row.worker is not None],
        steps=[(level, _height_of(level)) for level in reversed(LEVELS)],
        days=list(x.items()) if len(x) <= 5 else [(first, x[first]), (last, x[last])],
    )
