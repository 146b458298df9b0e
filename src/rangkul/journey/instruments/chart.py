"""Where the points of a small chart stand: one measure over days. Points of another version are never joined by a line.

Only geometry and the finding; the template draws it and puts the same numbers in a table below. Units are those of the
SVG's viewBox.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import ceil

from django.utils import formats
from django.utils.translation import gettext as _

from rangkul.journey.instruments.queries.measures import Measure
from rangkul.journey.instruments.scoring.rules import BETTER, WORSE

WIDTH, HEIGHT = 560, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 24, 16, 34


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    on: date
    value: Decimal
    version: str


@dataclass(frozen=True)
class Chart:
    """`lines` are points of SVG polylines, one for each version."""

    id: str
    measure: Measure
    finding: str
    dots: list[Dot]
    lines: list[str]
    steps: list[tuple[int, float]]
    days: list[tuple[date, float]]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT


def draw(measure: Measure) -> Chart | None:
    """None for fewer than two points: one number is read, not drawn."""
    if len(measure.points) < 2:
        return None
    top = _top(max(value for _day, value, _version in measure.points))
    first, last = measure.points[0][0], measure.points[-1][0]
    dots = [
        Dot(_across(day, first, last, place, len(measure.points)), _up(value, top), day, value, version)
        for place, (day, value, version) in enumerate(measure.points)
    ]
    days = (
        [(dots[0].on, dots[0].x), (dots[-1].on, dots[-1].x)] if first != last else [(first, (LEFT + WIDTH - RIGHT) / 2)]
    )
    steps = [(step, _up(Decimal(step), top)) for step in (0, top // 2, top)]
    name = "".join(letter for letter in measure.key if letter.isalnum())
    return Chart(f"grafik-{name}", measure, _finding(measure), dots, list(_lines(dots)), steps, days)


def _top(most: Decimal) -> int:
    """An even number a little above the highest value."""
    return max(2, 2 * ceil(most / 2))


def _up(value: Decimal, top: int) -> float:
    return round(TOP + float(1 - value / top) * (HEIGHT - TOP - BOTTOM), 1)


def _across(on: date, first: date, last: date, place: int, count: int) -> float:
    days = (last - first).days
    # Several fillings of one day stand beside each other.
    share = (on - first).days / days if days else place / (count - 1)
    return round(LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16), 1)


def _lines(dots: list[Dot]) -> Iterator[str]:
    for _version, together in groupby(dots, key=lambda dot: dot.version):
        points = [f"{dot.x},{dot.y}" for dot in together]
        if len(points) > 1:
            yield " ".join(points)


def _finding(measure: Measure) -> str:
    """What the eye should see, said without a cause. Across versions nothing is compared."""
    _day, after, version = measure.points[-1]
    before = next(value for _day, value, other in measure.points if other == version)
    values = {
        "name": measure.name,
        "before": formats.localize(before),
        "after": formats.localize(after),
        "points": len(measure.points),
    }
    if len(measure.versions) > 1:
        return (
            _("%(name)s: %(points)s pengisian dalam versi yang berbeda; hanya versi yang sama dibandingkan.") % values
        )
    if before == after:
        return _("%(name)s: awal dan terakhir sama, %(after)s.") % values
    if measure.direction not in {BETTER, WORSE}:
        return _("%(name)s: dari %(before)s menjadi %(after)s.") % values
    lighter = (after < before) == (measure.direction == WORSE)
    said = (
        _("%(name)s: dari %(before)s menjadi %(after)s, ke arah yang diharapkan.")
        if lighter
        else _("%(name)s: dari %(before)s menjadi %(after)s, ke arah yang lebih berat.")
    )
    return said % values
