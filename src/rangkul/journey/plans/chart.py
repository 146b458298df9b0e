"""Where the points of a small line chart stand: levels −2…+2 of one goal over time, in two people's eyes.

Only geometry; the template draws it and puts the same numbers in a table below. Units are those of the SVG's viewBox.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rangkul.journey.plans.gas import LEVELS

WIDTH, HEIGHT = 560, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 16, 34
# How wide the words of a day are, with what stays free beside them: in letters of 22 units, and of 12.
NARROW, WIDE = 152.0, 84.0
MOST_DAYS = 5


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
    # Days that can be named on a telephone, where letters are larger, and those for which a wide page has room besides.
    days: list[tuple[date, float]]
    more_days: list[tuple[date, float]]
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
        days=(days := _named(x)),
        more_days=_more(x, days),
    )


def _named(x: dict[date, float]) -> list[tuple[date, float]]:
    """The first and the last day, and between them those whose words touch nothing on a telephone."""
    days = list(x.items())
    if len(days) < 3 or len(days) > MOST_DAYS:
        return days if len(days) < 3 else [days[0], days[-1]]
    free, until = days[0][1] + NARROW, days[-1][1] - NARROW
    found = [days[0]]
    for on, at in days[1:-1]:
        if at - NARROW / 2 >= free and at + NARROW / 2 <= until:
            found.append((on, at))
            free = at + NARROW / 2
    return [*found, days[-1]]


def _more(x: dict[date, float], named: list[tuple[date, float]]) -> list[tuple[date, float]]:
    """Further days for a wide page, where their words touch none that stand there already."""
    if len(x) > MOST_DAYS:
        return []
    (_first, left), *between, (_last, right) = named if len(named) > 1 else [*named, *named]
    taken = [(left, left + WIDE), *((at - WIDE / 2, at + WIDE / 2) for _on, at in between), (right - WIDE, right)]
    found = []
    for on, at in x.items():
        place = (at - WIDE / 2, at + WIDE / 2)
        if (on, at) not in named and all(place[1] <= begins or place[0] >= ends for begins, ends in taken):
            found.append((on, at))
            taken.append(place)
    return found
