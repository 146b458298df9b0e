"""The picture of a family as places and lines: rows by generation, nobody on anybody, as few crossings as it finds.

    found = lay_out(family)
    found.middle("a")        # where the symbol of a stands, in units of the picture
    found.crossings          # lines of one union through lines of another

The same family always gives the same picture. What is decided by records is never bent for a nicer drawing: brothers
and sisters stand oldest left, partners in one row. Only what may stand either way is tried both ways.
"""

from __future__ import annotations

from dataclasses import dataclass

from rangkul.journey.pictures.genogram import wires
from rangkul.journey.pictures.genogram.family import Family
from rangkul.journey.pictures.genogram.order import Decision, Order, Ordering
from rangkul.journey.pictures.genogram.place import place
from rangkul.journey.pictures.genogram.rows import rows_of
from rangkul.journey.pictures.genogram.unions import Unions, unions_of
from rangkul.journey.pictures.genogram.wires import Frame

# How many ways of standing are tried at most while lines cross: what a page has time for.
TRIES = 28
SIDE = 62.0


@dataclass
class Layout:
    family: Family
    unions: Unions
    order: Order
    frame: Frame
    crossings: int
    width: float
    height: float

    def middle(self, one: str) -> tuple[float, float]:
        return self.frame.middle(one)


@dataclass(frozen=True)
class _Try:
    order: Order
    frame: Frame
    cost: tuple[int, float]


def lay_out(family: Family) -> Layout:
    unions = unions_of(family)
    row = rows_of(family, unions)
    best = _best(family, unions, row)
    frame = best.frame
    left = min(frame.x.values(), default=0.0) - SIDE
    frame.x = {one: round(at - left, 1) for one, at in frame.x.items()}
    frame = wires.frame(family, unions, row, best.order, frame.x)
    width = max(frame.x.values(), default=0.0) + SIDE
    return Layout(family, unions, best.order, frame, wires.crossings(frame), round(width, 1), round(frame.height, 1))


def _best(family: Family, unions: Unions, row: dict[str, int]) -> _Try:
    flipped: frozenset[Decision] = frozenset()
    best = _tried(family, unions, row, flipped)
    tries = 0
    improved = True
    while improved and best.cost[0]:
        improved = False
        for decision in list(best.order.decisions):
            if tries >= TRIES or not best.cost[0]:
                return best
            tries += 1
            other = flipped ^ {decision}
            found = _tried(family, unions, row, other)
            if found.cost[0] < best.cost[0]:
                best, flipped, improved = found, other, True
    return best


def _tried(family: Family, unions: Unions, row: dict[str, int], flipped: frozenset[Decision]) -> _Try:
    """One way of standing, its blocks sorted by where parents and children of their people are, in turn."""
    order = Ordering(family, unions, row, flipped).order()
    best: _Try | None = None
    x: dict[str, float] = {}
    for turn in range(4):
        before = [[block[0] for block in blocks] for blocks in order.rows]
        _sort(order, unions, row, x, downward=turn % 2 == 0)
        if turn and before == [[block[0] for block in blocks] for blocks in order.rows]:
            if turn > 1:
                break
            continue
        x = place(family, unions, row, order)
        at = wires.frame(family, unions, row, order, x)
        found = _Try(_copy(order), at, (wires.crossings(at), wires.length(at)))
        if best is None or found.cost < best.cost:
            best = found
    assert best is not None
    return best


def _copy(order: Order) -> Order:
    return Order(
        [[list(block) for block in blocks] for blocks in order.rows], dict(order.sibship), list(order.decisions)
    )


def _sort(order: Order, unions: Unions, row: dict[str, int], x: dict[str, float], *, downward: bool) -> None:
    kin: dict[str, list[str]] = {}
    for union in unions.all:
        for child in union.children:
            for parent in union.parents:
                near, far = (child, parent) if downward else (parent, child)
                kin.setdefault(near, []).append(far)
    numbers = range(len(order.rows)) if downward else range(len(order.rows) - 1, -1, -1)
    at = dict(x)
    for number in numbers:
        for one, where in zip(order.row(number), range(len(at) + len(row)), strict=False):
            at.setdefault(one, where * 100.0)
        order.rows[number].sort(key=lambda block: _middle(block, kin, at))
        if not x:
            # Nothing is placed yet: whoever comes later is sorted by the order that is known by now.
            at.update({one: where * 100.0 for where, one in enumerate(order.row(number))})


def _middle(block: list[str], kin: dict[str, list[str]], at: dict[str, float]) -> float:
    pulls = [at[far] for one in block for far in kin.get(one, []) if far in at]
    return sum(pulls) / len(pulls) if pulls else sum(at[one] for one in block) / len(block)
