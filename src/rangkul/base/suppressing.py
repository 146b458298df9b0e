"""Tables from which nobody can count back: small cells are hidden, and others beside them until each small one might as
well be large (requirement A63, product rule 8).

A table with its totals is a set of lines that each add up, and whoever reads it knows that nothing is below zero.
Tables by kind, by category and by reason count the same needs, so the totals of their rows are the same numbers: what
is known of one from one table is known in all. Each hidden entry is therefore looked at in all of them together: is
there a set of tables that reads the same everywhere, adds up, and has SMALLEST or more there? Where there is none, the
cheapest further entries are hidden until there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

SMALLEST = 5
# The place of the totals, as a row and as a column.
ALL = "*"

Entry = tuple[str, str]
Node = tuple[str, str]
# What a further hidden entry costs; a total costs more; what has not enough to give, so that others must give too.
_NEW, _TOTAL, _NARROW = 1_000, 5_000, 200


def with_totals(counts: Mapping[Entry, int]) -> dict[Entry, int]:
    rows, columns = _sides(counts)
    full = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    full |= {(row, ALL): sum(full[row, column] for column in columns) for row in rows}
    full |= {(ALL, column): sum(full[row, column] for row in rows) for column in columns}
    return full | {(ALL, ALL): sum(counts.values())}


def _sides(counts: Iterable[Entry]) -> tuple[list[str], list[str]]:
    entries = list(counts)
    return sorted({row for row, _column in entries}), sorted({column for _row, column in entries})


def hidden(full: Mapping[Entry, int]) -> set[Entry]:
    """The entries of one table with totals that are not shown."""
    return hidden_together([full])[0]


def hidden_together(tables: Sequence[Mapping[Entry, int]]) -> list[set[Entry]]:
    """The entries not shown of several tables with the same rows and the same totals of rows."""
    found = [_Table(full, {entry for entry, n in full.items() if 0 < n < SMALLEST}) for full in tables]
    for number, table in enumerate(found):
        # What is hidden later only gives more room, so each is looked at once.
        small = sorted(entry for entry in table.out if number == 0 or entry[1] != ALL)
        if not all(_hide_around(found, number, entry) for entry in small if 0 < table.full[entry] < SMALLEST):
            return [set(full) for full in tables]
    return [table.out for table in found]


@dataclass
class _Table:
    """`trial` is another table that reads the same, as far as it is made yet."""

    full: Mapping[Entry, int]
    out: set[Entry]
    trial: dict[Entry, int] = field(default_factory=dict)
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows, self.columns = _sides(self.full)
        self.columns = [column for column in self.columns if column != ALL]

    def price(self, entry: Entry, change: int, wanted: int) -> int:
        new = 0 if entry in self.out else _NEW + min(self.full[entry], _NEW - 1) + _TOTAL * (ALL in entry)
        return 1 + new + _NARROW * (change < 0 and self.trial[entry] < wanted)

    def steps(self, here: Node) -> Iterator[tuple[Entry, Node, int]]:
        """Around the table without leaving a line that does not add up; totals of rows stay as they are."""
        side, name = here
        if side == "row":
            sign = -1 if name == ALL else 1
            for column in self.columns:
                yield (name, column), ("column", column), sign
        else:
            for row in self.rows:
                yield (row, name), ("row", row), 1 if row == ALL else -1


Path = list[tuple[Entry, int]]
Ways = dict[Node, tuple[int, Path]]


def _paths(
    table: _Table, start: Node, wanted: int, goal: Node | None = None, *, but: Entry | None = None, free: bool = False
) -> Ways:
    """The cheapest way from a line to each other line (or until `goal` is reached), and what changes along it. `free`:
    over what is hidden already, which is looked through much sooner."""
    best: dict[Node, int] = {start: 0}
    came: dict[Node, tuple[Node, Entry, int]] = {}
    done: Ways = {}
    ahead: list[tuple[int, Node]] = [(0, start)]
    while ahead:
        cost, here = heappop(ahead)
        if here in done:
            continue
        done[here] = (cost, [*done[came[here][0]][1], came[here][1:]] if here in came else [])
        if here == goal:
            break
        for entry, there, change in table.steps(here):
            if (free and entry not in table.out) or entry == but or there in done:
                continue
            if change < 0 and table.trial[entry] <= 0:
                continue
            price = cost + table.price(entry, change, wanted)
            if price < best.get(there, price + 1):
                best[there], came[there] = price, (here, entry, change)
                heappush(ahead, (price, there))
    return done


def _hide_around(tables: list[_Table], number: int, entry: Entry) -> bool:
    """Hide what is needed until this entry may be large; False where nothing helps."""
    for table in tables:
        table.trial = dict(table.full)
    mine = tables[number]
    while (wanted := SMALLEST - mine.trial[entry]) > 0:
        move = _move(tables, number, entry, wanted, free=True) or _move(tables, number, entry, wanted)
        if move is None:
            return False
        _take(tables, move, wanted)
    return True


@dataclass(frozen=True)
class _Move:
    """What changes in each table by its number, and between which rows a need is moved; none for both: within a row."""

    cost: int
    paths: dict[int, Path]
    gains: str = ""
    loses: str = ""


def _take(tables: list[_Table], move: _Move, wanted: int) -> None:
    falling = [tables[n].trial[one] for n, path in move.paths.items() for one, change in path if change < 0]
    if move.loses:
        falling.append(tables[0].trial[move.loses, ALL])
    step = min([wanted, *falling])
    for number, path in move.paths.items():
        for one, change in path:
            tables[number].trial[one] += change * step
            tables[number].out.add(one)
    if move.loses:
        for table in tables:
            for row, change in ((move.gains, step), (move.loses, -step)):
                table.trial[row, ALL] += change
                table.out.add((row, ALL))


def _move(tables: list[_Table], number: int, entry: Entry, wanted: int, *, free: bool = False) -> _Move | None:
    """For a total of a row: one need more there, one less in another row, in every table. For a cell: within its row
    and column; or where the total of its row is hidden too, from another row."""
    mine, (row, column) = tables[number], entry
    if column == ALL:
        return None if row == ALL else _between(tables, row, wanted, {}, free)
    start, goal = (("row", ALL), ("column", column)) if row == ALL else (("column", column), ("row", row))
    found = _paths(mine, start, wanted, goal, but=entry, free=free).get(goal)
    within = _Move(found[0], {number: [(entry, 1), *found[1]]}) if found else None
    if row == ALL or (row, ALL) not in mine.out or (within and within.cost < _NEW):
        return within
    ways = _paths(mine, start, wanted, but=entry, free=free)
    begun = {node: (cost, [(entry, 1), *path]) for node, (cost, path) in ways.items()}
    between = _between(tables, row, wanted, {number: begun}, free)
    return min((one for one in (within, between) if one), key=lambda one: one.cost, default=None)


def _between(tables: list[_Table], row: str, wanted: int, given: dict[int, Ways], free: bool) -> _Move | None:
    """The cheapest other row that gives one need to this one; `given`: the ways in the table that was begun already."""
    ways = {n: given.get(n) or _paths(table, ("row", row), wanted, free=free) for n, table in enumerate(tables)}
    first, best = tables[0], None
    for other in first.rows:
        there = ("row", other)
        if other in (row, ALL) or first.trial[other, ALL] <= 0 or any(there not in way for way in ways.values()):
            continue
        if free and (other, ALL) not in first.out:
            continue
        cost = sum(way[there][0] for way in ways.values()) + first.price((other, ALL), -1, wanted)
        if best is None or cost < best.cost:
            best = _Move(cost, {n: way[there][1] for n, way in ways.items()}, row, other)
    return best
