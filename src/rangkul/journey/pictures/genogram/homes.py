"""The dashed loop around those who live together: one where they stand beside each other, else one for each group."""

from __future__ import annotations

from dataclasses import dataclass

from rangkul.journey.pictures.genogram.family import Home
from rangkul.journey.pictures.genogram.labels import Ground
from rangkul.journey.pictures.genogram.layout import Layout
from rangkul.journey.pictures.genogram.symbols import shortened

PAD, STEP = 46.0, 4.0
# How much of a household's name stands on its loop.
LETTERS = 20
Point = tuple[float, float]


@dataclass(frozen=True)
class Loop:
    """A closed line and where its name stands; `part` counts the loops of a household that has several."""

    home: Home
    members: tuple[str, ...]
    outline: tuple[Point, ...]
    label: Point
    part: int


@dataclass(frozen=True)
class _Run:
    row: int
    members: tuple[str, ...]
    left: float
    right: float


def loops_of(layout: Layout) -> list[Loop]:
    found = []
    homes = [home for home in layout.family.homes if any(one in layout.frame.x for one in home.members)]
    if not homes:
        return found
    ground = Ground.of(layout)
    for number, home in enumerate(homes):
        pad = PAD - STEP * (number % 4)
        for part, runs in enumerate(_groups(_runs(layout, home, pad))):
            outline = _outline(layout, runs, pad)
            members = tuple(one for run in runs for one in run.members)
            label = ground.freest(outline, shortened(home.name, LETTERS))
            found.append(Loop(home, members, outline, label, part))
    return found


def _runs(layout: Layout, home: Home, pad: float) -> list[_Run]:
    """Members who stand beside each other in one row, with nobody else between."""
    here = set(home.members)
    found = []
    for number in range(len(layout.order.rows)):
        run: list[str] = []
        for one in [*layout.order.row(number), ""]:
            if one in here:
                run.append(one)
            elif run:
                x = [layout.frame.x[each] for each in run]
                found.append(_Run(number, tuple(run), min(x) - pad, max(x) + pad))
                run = []
    return found


def _groups(runs: list[_Run]) -> list[list[_Run]]:
    """Runs below each other, one in each row, that overlap enough for a loop to pass from one to the next."""
    groups: list[list[_Run]] = []
    for run in runs:
        fits = [group for group in groups if group[-1].row == run.row - 1 and _overlap(group[-1], run) > 24]
        if fits:
            max(fits, key=lambda group: (_overlap(group[-1], run), -group[0].left)).append(run)
        else:
            groups.append([run])
    return groups


def _overlap(one: _Run, other: _Run) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _outline(layout: Layout, runs: list[_Run], pad: float) -> tuple[Point, ...]:
    """Down the right side and up the left, with a step between two rows."""
    tops, floors = layout.frame.tops, layout.frame.floors
    above = 17 - (PAD - pad) / 2
    right: list[Point] = []
    left: list[Point] = []
    for place, run in enumerate(runs):
        top = tops[run.row] - above if place == 0 else _between(tops, floors, runs[place - 1].row)
        floor = floors[run.row] + 2 - (PAD - pad) / 2 if place == len(runs) - 1 else _between(tops, floors, run.row)
        right += [(run.right, top), (run.right, floor)]
        left += [(run.left, top), (run.left, floor)]
    return (*right, *reversed(left))


def _between(tops: list[float], floors: list[float], row: int) -> float:
    """Under the names of the upper row, where no bar hangs."""
    return min(floors[row] + 5, (floors[row] + tops[row + 1]) / 2)
