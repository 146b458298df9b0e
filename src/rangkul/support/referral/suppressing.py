"""Tables from which nobody can be counted back: small cells are hidden, and others until no total gives them away
(requirement A63, product rule 8).

A table with its totals is a set of lines that each add up. Its hidden entries are edges between a row and a column;
one of them follows from the others exactly when it is a bridge of that graph. So bridges are closed into circles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    while (bridge := _bridge(out)) is not None:
        more = _circle(full, out, bridge)
        if not more:
            return set(full)
        out |= more
    return out


def _bridge(out: set[Entry]) -> Entry | None:
    """A hidden entry without another way from its row to its column."""
    for entry in sorted(out):
        if not _joined(out - {entry}, entry):
            return entry
    return None


def _joined(out: set[Entry], entry: Entry) -> bool:
    seen, ahead = set(), [("row", entry[0])]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        side, name = here
        ahead += [("column", c) for r, c in out if side == "row" and r == name]
        ahead += [("row", r) for r, c in out if side == "column" and c == name]
    return ("column", entry[1]) in seen


def _circle(full: Mapping[Entry, int], out: set[Entry], bridge: Entry) -> set[Entry]:
    """The cheapest three other corners of a rectangle with this entry: what is newly hidden counts, totals last."""
    rows, columns = {row for row, _ in full}, {column for _, column in full}
    corners = [
        {(bridge[0], column), (row, bridge[1]), (row, column)} - out
        for row in rows - {bridge[0]} for column in columns - {bridge[1]}
    ]  # fmt: skip

    def price(new: set[Entry]) -> tuple:
        return (sum(ALL in one for one in new), sum(full[one] for one in new), len(new), sorted(new))

    return min((new for new in corners if new), key=price, default=set())
