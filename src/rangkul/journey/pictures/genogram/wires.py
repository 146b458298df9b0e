"""The lines of a family tree between members whose places are known: partners joined below their symbols, children
hung from a bar. Lines that would lie on each other get levels of their own; lines that cross are counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from rangkul.journey.pictures.genogram.family import Family, Union
from rangkul.journey.pictures.genogram.order import Order
from rangkul.journey.pictures.genogram.unions import Unions, twins_among

# The size of a symbol, and the heights of what lies between two rows.
SIZE = 40.0
HALF = SIZE / 2
JOIN, JOIN_STEP, NAMES, BAR, BAR_STEP, MARGIN = 12.0, 11.0, 32.0, 44.0, 9.0, 24.0
# How far above its children the lowest bar hangs.
HANG = 28.0


@dataclass
class Wire:
    """One union: the line of the couple (`join`: left, right, height), the drop from it and the bar of the children."""

    union: Union
    join: tuple[float, float, float] | None = None
    drop: float | None = None
    drop_from: float = 0.0
    bar: tuple[float, float, float] | None = None
    # (child, where it hangs on the bar); twins hang at one point.
    hooks: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class Frame:
    """`tops` are the upper edges of the symbols of each row, `floors` the lower edges of its names."""

    x: dict[str, float]
    row: dict[str, int]
    tops: list[float]
    floors: list[float]
    joins: list[int]
    wires: list[Wire]
    height: float = 0.0

    def top(self, one: str) -> float:
        return self.tops[self.row[one]]

    def middle(self, one: str) -> tuple[float, float]:
        return self.x[one], self.top(one) + HALF


def frame(family: Family, unions: Unions, row: dict[str, int], order: Order, x: dict[str, float]) -> Frame:
    rows = [order.row(number) for number in range(len(order.rows))]
    legs = _legs(unions, row, x)
    joins = _join_levels(unions, row, legs)
    drops = {
        union.key: _drop(union, rows[row[union.parents[0]]], row, legs, x) for union in unions.all if union.parents
    }
    bars = _bar_levels(unions, row, drops, x)
    deepest = [
        max((level for key, level in joins.items() if _row_of(key, unions, row) == n), default=0)
        for n in range(len(rows))
    ]
    lowest = [0] * (len(rows) + 1)
    for union in unions.all:
        if union.key in bars:
            below = _child_row(union, row)
            lowest[below] = max(lowest[below], bars[union.key] + 1)
    tops, floors, at = [], [], MARGIN + lowest[0] * BAR_STEP if rows else MARGIN
    for number in range(len(rows)):
        tops.append(at)
        floors.append(at + SIZE + JOIN + JOIN_STEP * deepest[number] + NAMES)
        at = floors[-1] + BAR + BAR_STEP * lowest[number + 1]
    found = Frame(x, row, tops, floors, deepest, [], (floors[-1] if floors else 0) + MARGIN)
    for union in unions.all:
        found.wires.append(_wire(family, union, found, legs, joins, drops, bars))
    return found


def _row_of(key: str, unions: Unions, row: dict[str, int]) -> int:
    return row[key.split("+")[0]]


def _child_row(union: Union, row: dict[str, int]) -> int:
    return min(row[child] for child in union.children)


def _legs(unions: Unions, row: dict[str, int], x: dict[str, float]) -> dict[tuple[str, str], float]:
    """Where each union leaves each parent: in the middle, or side by side where somebody has several."""
    mine: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for union in unions.all:
        for one in union.parents:
            others = [x[other] - x[one] for other in union.parents if other != one]
            mine[one].append((others[0] if others else 0.0, union.key))
    found = {}
    for one, each in mine.items():
        # To the left the nearest goes outermost, and so to the right: none crosses the leg of another.
        left = sorted((away for away in each if away[0] < 0), reverse=True)
        down = [away for away in each if away[0] == 0]
        right = sorted((away for away in each if away[0] > 0), reverse=True)
        order = [*left, *down, *right]
        step = min(12.0, 30.0 / max(1, len(order) - 1))
        for number, (_away, key) in enumerate(order):
            found[one, key] = x[one] + (number - (len(order) - 1) / 2) * step
    return found


def _join_levels(unions: Unions, row, legs) -> dict[str, int]:
    """The depth of each couple's line under its row: short lines above long ones, none on another."""
    pairs = [union for union in unions.all if len(union.parents) == 2]
    spans = {union.key: _span(union, legs) for union in pairs}
    level: dict[str, int] = {}
    for union in sorted(pairs, key=lambda each: (spans[each.key][1] - spans[each.key][0], each.key)):
        left, right = spans[union.key]
        taken = {
            level[other.key] for other in pairs
            if other.key in level and row[other.parents[0]] == row[union.parents[0]]
            and spans[other.key][0] < right + 6 and left - 6 < spans[other.key][1]
        }  # fmt: skip
        level[union.key] = next(number for number in range(len(pairs) + 1) if number not in taken)
    return level


def _span(union: Union, legs) -> tuple[float, float]:
    ends = sorted(legs[one, union.key] for one in union.parents)
    return ends[0], ends[-1]


def _drop(union: Union, ones: list[str], row, legs, x) -> float:
    """Where the children's line begins: under a lone parent, else between two neighbours, near the children."""
    left, right = _span(union, legs)
    if len(union.parents) == 1:
        return left
    first, last = sorted(ones.index(one) for one in union.parents)
    if last - first == 1:
        return (left + right) / 2
    children = [x[child] for child in union.children]
    aim = sum(children) / len(children) if children else (left + right) / 2
    between = [(x[one] + x[other]) / 2 for one, other in pairwise(ones[first : last + 1])]
    return min(between, key=lambda each: (abs(each - aim), each))


def _bar_levels(unions: Unions, row, drops, x) -> dict[str, int]:
    """Heights of the bars above each row of children, counted from the children upward."""
    spans: dict[str, tuple[float, float]] = {}
    for union in unions.all:
        if union.children and (not union.parents or _child_row(union, row) > row[union.parents[0]]):
            ends = [*(x[child] for child in union.children), *([drops[union.key]] if union.parents else [])]
            spans[union.key] = min(ends), max(ends)
    mine = {union.key: union for union in unions.all if union.key in spans}
    level: dict[str, int] = {}
    for key in sorted(spans, key=lambda each: (spans[each][1] - spans[each][0], spans[each][0], each)):
        left, right = spans[key]
        taken = {
            level[other] for other in level
            if _child_row(mine[other], row) == _child_row(mine[key], row)
            and spans[other][0] < right + 8 and left - 8 < spans[other][1]
        }  # fmt: skip
        level[key] = next(number for number in range(len(spans) + 1) if number not in taken)
    return level


def _wire(family: Family, union: Union, at: Frame, legs, joins, drops, bars) -> Wire:
    wire = Wire(union)
    if union.parents:
        number = at.row[union.parents[0]]
        wire.drop_from = at.tops[number] + SIZE
        if len(union.parents) == 2:
            left, right = _span(union, legs)
            wire.drop_from += JOIN + JOIN_STEP * joins[union.key] - 4
            wire.join = left, right, wire.drop_from
    if union.key not in bars:
        return wire
    wire.drop = drops.get(union.key)
    height = at.tops[_child_row(union, at.row)] - HANG - BAR_STEP * bars[union.key]
    hang = {child: at.x[child] for child in union.children}
    for group in twins_among(family, union.children):
        hang.update(dict.fromkeys(group, sum(at.x[one] for one in group) / len(group)))
    wire.hooks = list(hang.items())
    ends = [*hang.values(), *([wire.drop] if wire.drop is not None else [])]
    wire.bar = min(ends), max(ends), height
    return wire


Line = tuple[str, float, float, float]


def lines_of(at: Frame) -> tuple[list[Line], list[Line]]:
    """Level lines (union, y, from x, to x) and upright ones (union, x, from y, to y)."""
    level: list[Line] = []
    upright: list[Line] = []
    for wire in at.wires:
        key = wire.union.key
        if wire.join:
            left, right, height = wire.join
            level.append((key, height, left, right))
            bottom = at.top(wire.union.parents[0]) + SIZE
            upright += [(key, left, bottom, height), (key, right, bottom, height)]
        if wire.bar:
            left, right, height = wire.bar
            level.append((key, height, left, right))
            if wire.drop is not None:
                upright.append((key, wire.drop, wire.drop_from, height))
            upright += [(key, x, height, at.top(child)) for child, x in wire.hooks]
    return level, upright


def crossings(at: Frame) -> int:
    """How often a line of one union runs through a line of another."""
    level, upright = lines_of(at)
    return sum(
        1
        for key, y, left, right in level
        for other, x, top, bottom in upright
        if key != other and left + 0.5 < x < right - 0.5 and top + 0.5 < y < bottom - 0.5
    )


def length(at: Frame) -> float:
    level, _upright = lines_of(at)
    return sum(right - left for _key, _y, left, right in level)
