"""Tables from which nobody can count back: small cells are hidden, and others beside them until each small one might as
well be large (requirement A63, product rule 8).

A table with its totals is a set of lines that each add up, and whoever reads it knows that nothing is below zero. So
each hidden entry is an edge between its row and its column, and what can be moved around circles of hidden entries
without touching a shown one is what a reader cannot know.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

SMALLEST = 5
# The place of the totals, as a row and as a column.
ALL = "*"

Entry = tuple[str, str]


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
    """The entries of a table with totals that are not shown."""
    out = {entry for entry, n in full.items() if 0 < n < SMALLEST}
    # What is hidden later only gives more room, so each is looked at once.
    for entry in sorted(out):
        while not _may_be_large(full, out, entry):
            more = _circle(full, out, entry)
            if not more:
                return set(full)
            out |= more
    return out


def _may_be_large(full: Mapping[Entry, int], out: set[Entry], entry: Entry) -> bool:
    """Whether some table that reads the same, with nothing below zero, has SMALLEST or more there."""
    table = {one: full[one] for one in out}
    while table[entry] < SMALLEST:
        circle = _way_round(table, entry)
        if not circle:
            return False
        step = min([SMALLEST - table[entry], *(table[one] for one, change in circle if change < 0)])
        for one, change in circle:
            table[one] += change * step
    return True


def _weight(entry: Entry) -> int:
    """A total stands on the other side of what it adds up, the total of totals on the same again."""
    return -1 if (entry[0] == ALL) != (entry[1] == ALL) else 1


def _way_round(table: Mapping[Entry, int], entry: Entry) -> list[tuple[Entry, int]]:
    """A circle in which this entry grows by one and each line still adds up; empty where there is none."""
    ends = [("row", entry[0]), ("column", entry[1])]
    goal, start = ends if _weight(entry) > 0 else ends[::-1]
    came: dict[tuple[str, str], tuple[tuple[str, str], Entry, int] | None] = {start: None}
    ahead = deque([start])
    while ahead and goal not in came:
        here = ahead.popleft()
        for one, there, change in _steps(table, here):
            if one != entry and there not in came and (change > 0 or table[one] > 0):
                came[there] = (here, one, change)
                ahead.append(there)
    circle, place = [(entry, 1)], came.get(goal)
    while place is not None:
        circle.append((place[1], place[2]))
        place = came[place[0]]
    return circle if len(circle) > 1 else []


def _steps(table: Iterable[Entry], here: tuple[str, str]) -> Iterator[tuple[Entry, tuple[str, str], int]]:
    side, name = here
    for row, column in table:
        if side == "row" and row == name:
            yield (row, column), ("column", column), _weight((row, column))
        elif side == "column" and column == name:
            yield (row, column), ("row", row), -_weight((row, column))


def _circle(full: Mapping[Entry, int], out: set[Entry], entry: Entry) -> set[Entry]:
    """The cheapest three other corners of a rectangle with this entry that give it enough room: what is newly hidden
    counts, totals last."""
    rows, columns = {row for row, _ in full}, {column for _, column in full}
    wanted = SMALLEST - full[entry]

    def price(corners: tuple[Entry, Entry, Entry]) -> tuple:
        beside, below, across = corners
        turned = ((beside, -_weight(beside)), (below, -_weight(below)), (across, _weight(across)))
        falling = [full[one] for one, change in turned if change * _weight(entry) < 0]
        new = {one for one in corners if one not in out}
        narrow = min(falling, default=wanted) < wanted
        return narrow, sum(ALL in one for one in new), sum(full[one] for one in new), len(new), sorted(new)

    rectangles = [
        ((entry[0], column), (row, entry[1]), (row, column))
        for row in rows - {entry[0]} for column in columns - {entry[1]}
    ]  # fmt: skip
    return set(min((one for one in rectangles if set(one) - out), key=price, default=())) - out
