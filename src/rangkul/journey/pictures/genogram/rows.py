"""In which row each member stands: partners in one row, parents above their children.

Records may contradict themselves. Partners always share a row; where that and the parents form a ring, the links that
close it are left out of the reckoning, so that any input ends.
"""

from __future__ import annotations

from collections import defaultdict, deque

from rangkul.journey.pictures.genogram.family import Family
from rangkul.journey.pictures.genogram.unions import Unions

# (upper, lower, rows between them)
Edge = tuple[str, str, int]


def rows_of(family: Family, unions: Unions) -> dict[str, int]:
    group = _groups(family, unions)
    place = {member.id: number for number, member in enumerate(family.members)}
    edges = _without_rings(_edges(family, unions, group), [group[member.id] for member in family.members])
    row = _ideal(family, unions, group, edges)
    order = _from_above(edges, row)
    for one in order:
        row[one] = max([row[one], *(row[upper] + apart for upper, lower, apart in edges if lower == one)])
    for one in reversed(order):
        below = [row[lower] - apart for upper, lower, apart in edges if upper == one]
        if below:
            row[one] = max(row[one], min(below))
    top = min(row.values(), default=0)
    return {one: row[group[one]] - top for one in sorted(place, key=place.__getitem__)}


def _groups(family: Family, unions: Unions) -> dict[str, str]:
    """Partners and parents of one child, joined: each member under the name of one of the group."""
    name = {member.id: member.id for member in family.members}

    def root(one: str) -> str:
        while name[one] != one:
            name[one] = name[name[one]]
            one = name[one]
        return one

    for union in unions.all:
        if len(union.parents) == 2:
            name[root(union.parents[0])] = root(union.parents[1])
    return {one: root(one) for one in name}


def _edges(family: Family, unions: Unions, group: dict[str, str]) -> list[Edge]:
    found: dict[tuple[str, str], int] = {}
    links = [(parent, child, 1) for union in unions.all for child in union.children for parent in union.parents]
    links += [(link.parent, link.child, 1) for link in unions.extra]
    links += [(near.one, near.other, 2) for near in family.near if near.kind == "grandparent"]
    for upper, lower, apart in links:
        if upper in group and lower in group and group[upper] != group[lower]:
            found.setdefault((group[upper], group[lower]), apart)
    return [(upper, lower, apart) for (upper, lower), apart in found.items()]


def _without_rings(edges: list[Edge], order: list[str]) -> list[Edge]:
    """The edges but those that lead back to where a walk downward came from."""
    below: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        below[edge[0]].append(edge)
    lowers = {lower for _upper, lower, _apart in edges}
    kept: list[Edge] = []
    done: set[str] = set()
    for start in [*(one for one in order if one not in lowers), *order]:
        if start in done:
            continue
        path, waiting = {start}, [(start, iter(below[start]))]
        done.add(start)
        while waiting:
            one, rest = waiting[-1]
            edge = next(rest, None)
            if edge is None:
                waiting.pop()
                path.discard(one)
            elif edge[1] not in path:
                kept.append(edge)
                if edge[1] not in done:
                    done.add(edge[1])
                    path.add(edge[1])
                    waiting.append((edge[1], iter(below[edge[1]])))
    return kept


def _ideal(family: Family, unions: Unions, group: dict[str, str], edges: list[Edge]) -> dict[str, int]:
    """How far from the index person each group lies, counted along the nearest way."""
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)

    def both(upper: str, lower: str, apart: int) -> None:
        steps[upper].append((lower, apart))
        steps[lower].append((upper, -apart))

    for upper, lower, apart in edges:
        both(upper, lower, apart)
    soft = [(union.children[0], child, 0) for union in unions.all for child in union.children[1:]]
    soft += [(near.one, near.other, 0) for near in family.near if near.kind != "grandparent"]
    soft += [(carer.carer, carer.person, 1) for carer in family.carers]
    for upper, lower, apart in soft:
        if upper in group and lower in group and group[upper] != group[lower]:
            both(group[upper], group[lower], apart)
    row: dict[str, int] = {}
    starts = sorted(family.members, key=lambda member: not member.index)
    for start in [group[member.id] for member in starts]:
        if start in row:
            continue
        row[start] = 0
        waiting = deque([start])
        while waiting:
            one = waiting.popleft()
            for other, apart in steps[one]:
                if other not in row:
                    row[other] = row[one] + apart
                    waiting.append(other)
    return row


def _from_above(edges: list[Edge], row: dict[str, int]) -> list[str]:
    """Groups in an order in which the upper always comes before the lower."""
    above = defaultdict(int)
    below = defaultdict(list)
    for upper, lower, _apart in edges:
        above[lower] += 1
        below[upper].append(lower)
    ready = deque(one for one in row if not above[one])
    found = []
    while ready:
        one = ready.popleft()
        found.append(one)
        for lower in below[one]:
            above[lower] -= 1
            if not above[lower]:
                ready.append(lower)
    return found
