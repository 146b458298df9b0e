"""Where everything of a series chart stands: values over days, phases, the band and the projected line.

Only geometry; the template draws it and puts the same numbers in a table below. Units are those of the SVG's viewBox.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from rangkul.journey.plans.design import Compared, Design, Phase, Point

WIDTH, HEIGHT = 560, 230
LEFT, RIGHT, TOP, BOTTOM = 46, 30, 30, 34


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class Mark:
    """Where a phase begins; `x` is the line before it, `label_x` the middle of its room."""

    letter: str
    x: float
    label_x: float
    is_first: bool


@dataclass(frozen=True)
class Box:
    """The band of one A, drawn over that A and the B after it."""

    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True)
class Chart:
    lines: list[str]
    dots: list[Dot]
    hollow: list[Dot]
    marks: list[Mark]
    boxes: list[Box]
    directions: list[str]
    steps: list[tuple[float, float]]
    days: list[tuple[date, float]]
    last: Dot | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


@dataclass(frozen=True)
class Scale:
    """From days and values to the viewBox."""

    first: date
    last: date
    low: float
    high: float

    def x(self, on: date) -> float:
        days = (self.last - self.first).days
        share = (on - self.first).days / days if days else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        share = (self.high - value) / (self.high - self.low)
        return round(TOP + min(max(share, 0), 1) * (HEIGHT - TOP - BOTTOM), 1)


def steps(low: float, high: float, about: int = 4) -> list[float]:
    """Round numbers that span low to high; whole where the values are."""
    span = (high - low) or 1
    rough = span / about
    power = 10 ** floor(log10(rough))
    step = next(power * part for part in (1, 2, 5, 10) if power * part >= rough - 1e-9)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if first == last:
        last += 1
    return [round(step * place, 6) for place in range(first, last + 1)]


def draw(design: Design, span: tuple[date, date] | None = None) -> Chart | None:
    """The chart; None without any point. `span` gives several charts one axis of days."""
    every = sorted([*design.points, *design.others], key=lambda point: point.on)
    if not every:
        return None
    first, last = span or (every[0].on, every[-1].on)
    values = [point.value for point in every] + [edge for edge in (design.least, design.most) if edge is not None]
    values += [edge for pair in design.compared if pair.band for edge in (pair.band.lower, pair.band.upper)]
    low, high = min(values), max(values)
    # A count is never negative: the band may reach below nought, the axis does not.
    if min(point.value for point in every) >= 0:
        low = max(low, 0)
    levels = steps(low, high)
    scale = Scale(first, last, levels[0], levels[-1])
    dots = [Dot(scale.x(point.on), scale.y(point.value), point) for point in design.points]
    return Chart(
        lines=[_line(phase, scale) for phase in design.phases if len(phase.points) > 1],
        dots=dots,
        hollow=[Dot(scale.x(point.on), scale.y(point.value), point) for point in design.others],
        marks=_marks(design.phases, scale),
        boxes=[box for pair in design.compared if (box := _box(pair, scale))],
        directions=[line for pair in design.compared if (line := _direction(pair, scale))],
        steps=[(level, scale.y(level)) for level in levels],
        days=[(first, scale.x(first)), (last, scale.x(last))] if first != last else [(first, scale.x(first))],
        last=dots[-1] if dots else None,
    )


def _line(phase: Phase, scale: Scale) -> str:
    """Phases are not joined: the step between them is what one looks at."""
    return " ".join(f"{scale.x(point.on)},{scale.y(point.value)}" for point in phase.points)


def _marks(phases: Sequence[Phase], scale: Scale) -> list[Mark]:
    named = [phase for phase in phases if phase.letter and phase.starts_on]
    edges = [_edge(phase, scale) if place else float(LEFT) for place, phase in enumerate(named)]
    ends = [*edges[1:], float(WIDTH - RIGHT)] if named else []
    return [
        Mark(phase.letter, start, round((start + end) / 2, 1), place == 0)
        for place, (phase, start, end) in enumerate(zip(named, edges, ends, strict=True))
    ]


def _edge(phase: Phase, scale: Scale) -> float:
    """A phase begins a little before its first day, so that no point lies on the line."""
    assert phase.starts_on is not None
    on = min(max(phase.starts_on, scale.first), scale.last)
    return round(max(scale.x(on) - 6, LEFT), 1)


def _days_of(pair: Compared) -> tuple[date, date]:
    return pair.before.points[0].on, pair.after.points[-1].on


def _box(pair: Compared, scale: Scale) -> Box | None:
    if pair.band is None:
        return None
    first, last = (scale.x(on) for on in _days_of(pair))
    top, bottom = scale.y(pair.band.upper), scale.y(pair.band.lower)
    return Box(first, top, round(last - first, 1), round(bottom - top, 1), scale.y(pair.band.mean))


def _direction(pair: Compared, scale: Scale) -> str:
    """The celeration line at the day of each point, as far as it stays on the chart."""
    line = pair.celeration
    if line is None:
        return ""
    points = [*pair.before.points, *pair.after.points]
    placed = [(scale.x(point.on), line.at(place)) for place, point in enumerate(points)]
    shown = [(x, value) for x, value in placed if scale.low <= value <= scale.high]
    return " ".join(f"{x},{scale.y(value)}" for x, value in shown) if len(shown) > 1 else ""


def common_span(designs: Sequence[Design]) -> tuple[date, date] | None:
    """First and last day of several series, so that they stand under each other on one axis."""
    days = [point.on for design in designs for point in design.points]
    if not days:
        return None
    return (min(days), max(days) if max(days) > min(days) else min(days) + timedelta(days=1))
