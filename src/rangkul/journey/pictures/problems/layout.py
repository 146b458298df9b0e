"""Where causes, problems and effects stand: in rows from below to above, with few crossings, always the same.

Each role has its own rows. Inside a role, what leads to another stands below it; a link that closes a circle is left
out for that. A link across several rows gets a narrow free lane in each of them, so that it runs behind no box.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rangkul.journey.pictures.svg import Point

WIDE, HIGH, LANE = 156.0, 70.0, 16.0
GAP, RISE, EDGE = 24.0, 62.0, 14.0
# How far apart links begin and end on the edge of a box, where it is wide enough.
PORT = 20.0
# How many stand beside each other, and how often the order is tried anew.
ACROSS, SWEEPS = 6, 8
ROLES = ("cause", "problem", "effect")


@dataclass(frozen=True)
class Node:
    id: str
    role: str


@dataclass(frozen=True)
class Link:
    cause: str
    effect: str


@dataclass
class Layout:
    """`places` are the middles of the boxes; `ways` the points of each link from box to box; `looped` the links that
    belong to a circle; `circles` the members of each circle in their order."""

    width: float = 0.0
    height: float = 0.0
    rows: list[list[str]] = field(default_factory=list)
    places: dict[str, Point] = field(default_factory=dict)
    ways: dict[Link, list[Point]] = field(default_factory=dict)
    looped: set[Link] = field(default_factory=set)
    circles: list[list[str]] = field(default_factory=list)
    crossings: int = 0


def lay_out(nodes: Sequence[Node], links: Iterable[Link]) -> Layout:
    """Links from or to what is not there, and from something to itself, are left out."""
    ids = {node.id: None for node in nodes}
    kept = [link for link in dict.fromkeys(links) if link.cause in ids and link.effect in ids]
    kept = [link for link in kept if link.cause != link.effect]
    rows = _rows(nodes, kept)
    row_of = {one: number for number, row in enumerate(rows) for one in row}
    chains, rows = _with_lanes(rows, row_of, kept)
    edges = _edges(chains, rows)
    rows, crossings = _least_crossed(rows, edges)
    found = Layout(rows=[[one for one in row if one in ids] for row in rows], crossings=crossings)
    spots = _spots(found, rows, ids)
    found.places = {one: spots[one] for one in ids}
    ports = _ports(chains, spots, row_of)
    found.ways = {link: _way(link, chain, spots, row_of, ports) for link, chain in chains.items()}
    found.circles = circles(list(ids), kept)
    ring = {one: number for number, members in enumerate(found.circles) for one in members}
    found.looped = {link for link in kept if link.cause in ring and ring[link.cause] == ring.get(link.effect)}
    return found


def _rows(nodes: Sequence[Node], links: list[Link]) -> list[list[str]]:
    """From below: each role's nodes by how many of the same role lead to them, cut where a row gets too wide."""
    rows: list[list[str]] = []
    for role in ROLES:
        mine = [node.id for node in nodes if node.role == role]
        depth = _depths(mine, links)
        for level in sorted(set(depth.values())):
            ones = [one for one in mine if depth[one] == level]
            rows += [ones[start : start + ACROSS] for start in range(0, len(ones), ACROSS)]
    return rows


def _depths(ids: list[str], links: list[Link]) -> dict[str, int]:
    inside = set(ids)
    above: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.cause in inside and link.effect in inside:
            above[link.cause].append(link.effect)
    order = _finished(ids, above)
    place = {one: number for number, one in enumerate(reversed(order))}
    depth = dict.fromkeys(ids, 0)
    for one in reversed(order):
        for other in above[one]:
            # A link against this order closes a circle.
            if place[other] > place[one]:
                depth[other] = max(depth[other], depth[one] + 1)
    return depth


def _finished(ids: Iterable[str], after: dict[str, list[str]]) -> list[str]:
    """Depth first, in the order in which each is left; without recursion, for any length."""
    seen: set[str] = set()
    done: list[str] = []
    for start in ids:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(after.get(start, ())))]
        while stack:
            one, others = stack[-1]
            if (other := next((each for each in others if each not in seen), None)) is None:
                done.append(one)
                stack.pop()
            else:
                seen.add(other)
                stack.append((other, iter(after.get(other, ()))))
    return done


def circles(ids: list[str], links: list[Link]) -> list[list[str]]:
    """What leads back to itself (strongly connected), each group in the order of `ids`."""
    after: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for link in links:
        after[link.cause].append(link.effect)
        before[link.effect].append(link.cause)
    seen: set[str] = set()
    found = []
    for start in reversed(_finished(ids, after)):
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            one = waiting.pop()
            group.append(one)
            fresh = [other for other in before[one] if other not in seen]
            seen.update(fresh)
            waiting += dict.fromkeys(fresh)
        if len(group) > 1:
            found.append([one for one in ids if one in set(group)])
    return found


def _with_lanes(rows, row_of, links) -> tuple[dict[Link, list[str]], list[list[str]]]:
    """Each link as a chain with one stop in every row from its lower to its upper end."""
    rows = [list(row) for row in rows]
    chains = {}
    for number, link in enumerate(links):
        low, high = sorted((link.cause, link.effect), key=lambda one: row_of[one])
        lanes = []
        for row in range(row_of[low] + 1, row_of[high]):
            lanes.append(f"\0{number}.{row}")
            rows[row].append(lanes[-1])
        chain = [low, *lanes, high]
        chains[link] = chain if low == link.cause else chain[::-1]
    return chains, rows


def _edges(chains: dict[Link, list[str]], rows: list[list[str]]) -> list[list[tuple[str, str]]]:
    """Pairs (lower, upper) between each row and the next."""
    row_of = {one: number for number, row in enumerate(rows) for one in row}
    edges: list[list[tuple[str, str]]] = [[] for _row in rows]
    for chain in chains.values():
        for one, other in pairwise(chain):
            low, high = (one, other) if row_of[one] <= row_of[other] else (other, one)
            edges[row_of[low]].append((low, high))
    return edges


def _least_crossed(rows, edges) -> tuple[list[list[str]], int]:
    best, least = rows, crossed(rows, edges)
    for sweep in range(SWEEPS):
        if not least:
            break
        upward = sweep % 2 == 0
        rows = _swept(rows, edges, upward)
        if (count := crossed(rows, edges)) < least:
            best, least = rows, count
    return best, least


def _swept(rows, edges, upward: bool) -> list[list[str]]:
    """Each row ordered by the middle of its neighbours in the row that was ordered before it."""
    rows = [list(row) for row in rows]
    numbers = range(1, len(rows)) if upward else range(len(rows) - 2, -1, -1)
    for number in numbers:
        fixed = number - 1 if upward else number + 1
        place = {one: spot for spot, one in enumerate(rows[fixed])}
        near: dict[str, list[int]] = defaultdict(list)
        for low, high in edges[min(number, fixed)]:
            mine, other = (high, low) if upward else (low, high)
            near[mine].append(place[other])
        middle = {
            one: sum(near[one]) / len(near[one]) if near[one] else float(spot) for spot, one in enumerate(rows[number])
        }
        rows[number].sort(key=lambda one: middle[one])
    return rows


def crossed(rows, edges) -> int:
    total = 0
    for number, pairs in enumerate(edges):
        if not pairs:
            continue
        low = {one: spot for spot, one in enumerate(rows[number])}
        high = {one: spot for spot, one in enumerate(rows[number + 1])}
        before: list[int] = []
        # Links that share their lower end do not cross: sorted by both ends, ties come in rising order.
        for _low, upper in sorted((low[one], high[other]) for one, other in pairs):
            total += len(before) - bisect_right(before, upper)
            insort(before, upper)
    return total


def _spots(found: Layout, rows: list[list[str]], ids: dict[str, None]) -> dict[str, Point]:
    wides = [sum((WIDE if one in ids else LANE) + GAP for one in row) - GAP for row in rows]
    found.width = max([WIDE, *wides]) + 2 * EDGE
    found.height = max(1, len(rows)) * (HIGH + RISE) - RISE + 2 * EDGE
    spots = {}
    for number, row in enumerate(rows):
        x = (found.width - wides[number]) / 2
        y = EDGE + HIGH / 2 + (len(rows) - 1 - number) * (HIGH + RISE)
        for one in row:
            wide = WIDE if one in ids else LANE
            spots[one] = (x + wide / 2, y)
            x += wide + GAP
    return spots


def _ports(
    chains: dict[Link, list[str]], spots: dict[str, Point], row_of: dict[str, int]
) -> dict[tuple[Link, str], float]:
    """Where on the edge of a box each link begins or ends: side by side, in the order of where it leads, so that two
    between the same boxes lie beside each other."""
    sides: dict[tuple[str, bool], list[tuple[float, int, Link]]] = defaultdict(list)
    for number, (link, chain) in enumerate(chains.items()):
        upward = row_of[chain[0]] <= row_of[chain[-1]]
        sides[chain[0], upward].append((spots[chain[1]][0], number, link))
        sides[chain[-1], not upward].append((spots[chain[-2]][0], number, link))
    ports = {}
    for (box, _upper), ends in sides.items():
        ends.sort(key=lambda end: end[:2])
        step = min(PORT, (WIDE - 2 * PORT) / max(1, len(ends) - 1))
        for place, (_x, _number, link) in enumerate(ends):
            ports[link, box] = (place - (len(ends) - 1) / 2) * step
    return ports


def _way(
    link: Link, chain: list[str], spots: dict[str, Point], row_of: dict[str, int], ports: dict[tuple[Link, str], float]
) -> list[Point]:
    """From the edge of one box to the edge of the other, straight through the lanes between them."""
    upward = row_of[chain[0]] <= row_of[chain[-1]]
    half = -HIGH / 2 if upward else HIGH / 2
    points = [(spots[chain[0]][0] + ports[link, chain[0]], spots[chain[0]][1] + half)]
    for lane in chain[1:-1]:
        x, y = spots[lane]
        points += [(x, y - half), (x, y + half)]
    points.append((spots[chain[-1]][0] + ports[link, chain[-1]], spots[chain[-1]][1] - half))
    return points
