"""How far to the right each member stands: no two closer than they need, children under their parents.

Rows are moved in turn toward where their parents and their children want them. In one row the nearest places that keep
the distances are found exactly: neighbours that would come too close move as one (pool adjacent violators).
"""

from __future__ import annotations

import itertools

from rangkul.journey.pictures.genogram.family import Family
from rangkul.journey.pictures.genogram.order import Order
from rangkul.journey.pictures.genogram.unions import Unions

# Between the middles of neighbours, in units of the picture: room for a name, and more where families part.
SLOT, APART = 106.0, 34.0


def place(family: Family, unions: Unions, row: dict[str, int], order: Order, rounds: int = 6) -> dict[str, float]:
    rows = [order.row(number) for number in range(len(order.rows))]
    gaps = [_gaps(order, number) for number in range(len(rows))]
    x: dict[str, float] = {}
    for ones, apart in zip(rows, gaps, strict=True):
        at = 0.0
        for one, gap in zip(ones, [0.0, *apart], strict=False):
            at += gap
            x[one] = at
    downward = [[] for _ in rows]
    for union in unions.all:
        if union.parents and union.children:
            below = row[union.children[0]]
            if below > row[union.parents[0]]:
                downward[below].append(union)
    for turn in range(rounds):
        for number in range(1, len(rows)):
            _under_parents(downward[number], order, rows[number], gaps[number], x)
        for number in range(len(rows) - 1, -1, -1):
            _over_children(unions, row, rows[number], gaps[number], x, number, 0.5 if turn == rounds - 1 else 1.0)
    for number in range(1, len(rows)):
        _under_parents(downward[number], order, rows[number], gaps[number], x)
    return x


def _gaps(order: Order, number: int) -> list[float]:
    found: list[float] = []
    blocks = order.rows[number]
    for place_of_block, block in enumerate(blocks):
        if place_of_block:
            found.append(SLOT + APART)
        found += [SLOT + (APART / 2 if _parts(order, one, other) else 0) for one, other in itertools.pairwise(block)]
    return found


def _parts(order: Order, one: str, other: str) -> bool:
    """Two sibships meet here: a little more air tells them apart."""
    mine, theirs = order.sibship.get(one), order.sibship.get(other)
    return mine is not None and theirs is not None and mine != theirs


def _under_parents(unions, order: Order, ones: list[str], gaps: list[float], x: dict[str, float]) -> None:
    wanted: dict[str, tuple[float, float]] = {}
    for union in unions:
        children = [child for child in union.children if child in x]
        middle = (x[children[0]] + x[children[-1]]) / 2
        shift = sum(x[one] for one in union.parents) / len(union.parents) - middle
        for child in children:
            wanted[child] = (x[child] + shift, 1.0)
    _settle(ones, gaps, x, _carried_along(ones, gaps, x, wanted))


def _over_children(unions: Unions, row, ones, gaps, x, number: int, strength: float) -> None:
    pulls: dict[str, list[float]] = {}
    for union in unions.all:
        if not union.parents or not union.children or row[union.parents[0]] != number:
            continue
        children = [child for child in union.children if row[child] > number]
        if children:
            middle = (x[children[0]] + x[children[-1]]) / 2
            shift = middle - sum(x[one] for one in union.parents) / len(union.parents)
            for one in union.parents:
                pulls.setdefault(one, []).append(shift)
    wanted = {one: (x[one] + strength * sum(shifts) / len(shifts), 1.0) for one, shifts in pulls.items()}
    _settle(ones, gaps, x, _carried_along(ones, gaps, x, wanted))


def _carried_along(ones, gaps, x, wanted):
    """Whoever is not pulled goes with the nearest neighbour who is, lightly; alone in the row they stay."""
    found = dict(wanted)
    pulled = [place for place, one in enumerate(ones) if one in wanted]
    for place_of_one, one in enumerate(ones):
        if one in wanted:
            continue
        if not pulled:
            found[one] = (x[one], 1.0)
            continue
        near = min(pulled, key=lambda each: (abs(each - place_of_one), each))
        shift = wanted[ones[near]][0] - x[ones[near]]
        found[one] = (x[one] + shift, 0.05)
    return found


def _settle(ones: list[str], gaps: list[float], x: dict[str, float], wanted: dict[str, tuple[float, float]]) -> None:
    """The places nearest to the wanted ones, weighted, with at least the gaps between them."""
    offsets, at = [], 0.0
    for gap in [0.0, *gaps]:
        at += gap
        offsets.append(at)
    # Each pool: sum of weight, sum of weight times place, how many.
    pools: list[list[float]] = []
    for one, offset in zip(ones, offsets, strict=False):
        aim, weight = wanted[one]
        pools.append([weight, weight * (aim - offset), 1])
        while len(pools) > 1 and pools[-2][1] * pools[-1][0] > pools[-1][1] * pools[-2][0]:
            weight, total, count = pools.pop()
            pools[-1][0] += weight
            pools[-1][1] += total
            pools[-1][2] += count
    number = 0
    for weight, total, count in pools:
        for _each in range(int(count)):
            x[ones[number]] = total / weight + offsets[number]
            number += 1
