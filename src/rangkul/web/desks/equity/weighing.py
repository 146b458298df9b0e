"""From bare numbers to those that may be kept: what is small is gone before anything is written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rangkul.base.suppressing import ALL, SMALLEST, hidden_together, with_totals
from rangkul.web.desks.equity.facts import Facts, Group
from rangkul.web.desks.equity.states import OF_PEOPLE, Dimension


@dataclass(frozen=True)
class Kept:
    """One number of one group; `became` is empty for all of the group together, `n` is None where it is hidden."""

    dimension: str
    name: str
    became: str
    n: int | None
    first_hours: float | None = None
    decided_hours: float | None = None


def kept(found: Facts) -> list[Kept]:
    """The tables by sex, age, disability and area count the same requests by what became of them, so they are hidden
    together; the one by unit tells something else of the same requests and shares nothing with them but their number,
    which is told, or all are silent."""
    whole = found.get("", {}).get("")
    if whole is None:
        return [Kept("", "", "", 0)]
    people = [_full(found[dimension]) for dimension in OF_PEOPLE]
    units = _full(found[Dimension.UNIT])
    hidden = [*hidden_together(people), *hidden_together([units])]
    if whole.n < SMALLEST or (ALL, ALL) in hidden[0]:
        return [Kept("", "", "", None)]
    if (ALL, ALL) in hidden[-1]:
        hidden[-1] = set(units)
    rows = [*_of_all(whole, hidden[0])]
    for dimension, full, out in zip([*OF_PEOPLE, Dimension.UNIT], [*people, units], hidden, strict=True):
        rows += _of(dimension, found[dimension], full, out)
    return rows


def _full(groups: dict[str, Group]) -> dict[tuple[str, str], int]:
    return with_totals({(became, name): n for name, group in groups.items() for became, n in group.counts.items()})


def _of_all(whole: Group, out: set[tuple[str, str]]) -> Iterator[Kept]:
    yield Kept("", "", "", whole.n, whole.first_hours, whole.decided_hours)
    for became, n in sorted(whole.counts.items()):
        yield Kept("", "", became, None if (became, ALL) in out else n)


def _of(
    dimension: str, groups: dict[str, Group], full: dict[tuple[str, str], int], out: set[tuple[str, str]]
) -> Iterator[Kept]:
    for (became, name), n in sorted(full.items()):
        # The sums over all groups stand once, under everybody; those of units tell how often it was told again.
        if name == ALL and (dimension != Dimension.UNIT or became == ALL):
            continue
        told = None if (became, name) in out else n
        if became != ALL:
            yield Kept(dimension, name, became, told)
        elif told is None:
            yield Kept(dimension, name, "", None)
        else:
            # A wait is told wherever the number of those who waited is, and hangs on nothing else.
            yield Kept(dimension, name, "", told, groups[name].first_hours, groups[name].decided_hours)
