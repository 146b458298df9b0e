"""The relation lines: a way from one symbol to another, and the pattern that is drawn along it."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from dataclasses import dataclass

from rangkul.journey.pictures.genogram.family import Tie
from rangkul.journey.pictures.genogram.layout import Layout
from rangkul.journey.pictures.genogram.wires import HALF

Point = tuple[float, float]
# Distance between two points of a drawn way; teeth of a zigzag are twice as far apart.
PACE = 5.0
TOUCH = HALF + 3


@dataclass(frozen=True)
class Way:
    """`lines` are polylines beside each other; `bars` short strokes across; `arrow` a filled head, or nothing."""

    tie: Tie
    lines: tuple[tuple[Point, ...], ...]
    bars: tuple[tuple[Point, Point], ...] = ()
    arrow: tuple[Point, ...] = ()


def ways_of(layout: Layout) -> list[Way]:
    beside: dict[frozenset[str], int] = defaultdict(int)
    found = []
    for tie in layout.family.ties:
        if tie.one not in layout.frame.x or tie.other not in layout.frame.x:
            continue
        pair = frozenset((tie.one, tie.other))
        found.append(along(tie, path(layout, tie.one, tie.other, beside[pair])))
        beside[pair] += 1
    return found


def path(layout: Layout, one: str, other: str, number: int = 0) -> list[Point]:
    """Points from the edge of one symbol to the edge of the other; `number` keeps several apart."""
    start, end = layout.middle(one), layout.middle(other)
    if layout.frame.row[one] == layout.frame.row[other]:
        ones = layout.order.row(layout.frame.row[one])
        apart = abs(ones.index(one) - ones.index(other))
        # Neighbours straight across, two lines at most; all others in a bow over the heads of those between.
        if apart == 1 and number < 2:
            lift = 8.0 - 16.0 * number
            return straight(*_cut((start[0], start[1] - lift), (end[0], end[1] - lift)))
        return _bow(start, end, -(30.0 + 7.0 * min(apart, 6) + 9.0 * number))
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    # A little to the side of the line of descent, so that the two are not taken for each other.
    side = 16.0 + 10.0 * number
    middle = ((start[0] + end[0]) / 2 - dy / far * side, (start[1] + end[1]) / 2 + dx / far * side)
    return _curve(start, middle, end)


def _cut(start: Point, end: Point) -> tuple[Point, Point]:
    left = 1.0 if start[0] < end[0] else -1.0
    return (start[0] + left * TOUCH, start[1]), (end[0] - left * TOUCH, end[1])


def straight(start: Point, end: Point) -> list[Point]:
    steps = max(2, round(math.dist(start, end) / PACE))
    return [
        (start[0] + (end[0] - start[0]) * n / steps, start[1] + (end[1] - start[1]) * n / steps)
        for n in range(steps + 1)
    ]


def _bow(start: Point, end: Point, lift: float) -> list[Point]:
    top = (start[0] + end[0]) / 2, start[1] + 2 * lift
    return _curve(start, top, end)


def _curve(start: Point, middle: Point, end: Point) -> list[Point]:
    """A quadratic curve in even steps, without what lies inside the two symbols."""
    steps = max(60, round((math.dist(start, middle) + math.dist(middle, end)) / 4))
    rough = [_on(start, middle, end, n / steps) for n in range(steps + 1)]
    outside = [point for point in rough if math.dist(point, start) > TOUCH and math.dist(point, end) > TOUCH]
    if len(outside) < 2:
        return straight(start, end)
    return _even(outside)


def _on(start: Point, middle: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return a * start[0] + b * middle[0] + c * end[0], a * start[1] + b * middle[1] + c * end[1]


def _even(points: list[Point]) -> list[Point]:
    found, since = [points[0]], 0.0
    for before, point in itertools.pairwise(points):
        since += math.dist(before, point)
        if since >= PACE:
            found.append(point)
            since = 0.0
    if math.dist(found[-1], points[-1]) > 0.5:
        found.append(points[-1])
    return found


def along(tie: Tie, points: list[Point]) -> Way:
    return _PATTERNS[tie.kind](tie, points)


def _beside(points: list[Point], offset: float) -> tuple[Point, ...]:
    return tuple(_aside(points, number, offset) for number in range(len(points)))


def _aside(points: list[Point], number: int, offset: float) -> Point:
    before, after = points[max(0, number - 1)], points[min(len(points) - 1, number + 1)]
    dx, dy = after[0] - before[0], after[1] - before[1]
    far = math.hypot(dx, dy) or 1.0
    x, y = points[number]
    return x - dy / far * offset, y + dx / far * offset


def _parallel(*offsets: float):
    return lambda tie, points: Way(tie, tuple(_beside(points, offset) for offset in offsets))


def _zigzag(points: list[Point], high: float, offset: float = 0.0) -> tuple[Point, ...]:
    last = len(points) - 1
    return tuple(
        _aside(points, number, offset if number in (0, last) else offset + (high if number % 2 else -high))
        for number in range(len(points))
    )


def _conflict(tie: Tie, points: list[Point]) -> Way:
    return Way(tie, (_zigzag(points, 4.0),))


def _harm(*offsets: float):
    """A zigzag that ends in an arrow at whom it is done to."""

    def draw(tie: Tie, points: list[Point]) -> Way:
        body = points[:-2] if len(points) > 4 else points
        tip, back = points[-1], points[-min(len(points), 3)]
        dx, dy = tip[0] - back[0], tip[1] - back[1]
        far = math.hypot(dx, dy) or 1.0
        ux, uy = dx / far, dy / far
        foot = tip[0] - ux * 11, tip[1] - uy * 11
        head = (tip, (foot[0] - uy * 6, foot[1] + ux * 6), (foot[0] + uy * 6, foot[1] - ux * 6))
        return Way(tie, tuple(_zigzag(body, 3.5, offset) for offset in offsets), arrow=head)

    return draw


def _cut_off(tie: Tie, points: list[Point]) -> Way:
    """A line that is broken in the middle between two bars."""
    middle = len(points) // 2
    first, second = points[:middle] or points[:1], points[middle + 1 :] or points[-1:]
    bars = tuple(
        (_aside(points, near, -7.0), _aside(points, near, 7.0))
        for near in (max(0, middle - 1), min(len(points) - 1, middle + 1))
    )
    return Way(tie, (tuple(first), tuple(second)), bars)


_PATTERNS = {
    "close": _parallel(-2.0, 2.0),
    "fused": _parallel(-4.0, 0.0, 4.0),
    "distant": _parallel(0.0),
    "conflict": _conflict,
    "cut_off": _cut_off,
    "violence": _harm(0.0),
    "sexual": _harm(-4.0, 4.0),
}
