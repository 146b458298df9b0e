"""A series in its phases, compared phase by phase: A-B, A-B-A, A-B-A-B. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rangkul.journey.plans import singlecase
from rangkul.journey.plans.singlecase import HIGHER, LOWER, Band, Celeration, Correlated, Counted


@dataclass(frozen=True)
class Point:
    """One value. Points of another version of an instrument are not measured with the same yardstick."""

    on: date
    value: float
    note: str = ""
    recalled: bool = False
    version: str = ""


@dataclass(frozen=True)
class Phase:
    """A: before, or without, what was planned. B: while it is done. `points` in the order of their days."""

    letter: str
    starts_on: date | None
    name: str = ""
    points: Sequence[Point] = ()

    @property
    def values(self) -> list[float]:
        return [point.value for point in self.points]

    @property
    def mean(self) -> float | None:
        return singlecase.mean(self.values) if self.points else None


@dataclass(frozen=True)
class Compared:
    """One B against the A just before it; everything that cannot be told is None."""

    before: Phase
    after: Phase
    direction: str

    @property
    def band(self) -> Band | None:
        return singlecase.band(self.before.values)

    @property
    def celeration(self) -> Celeration | None:
        return singlecase.celeration(self.before.values)

    @property
    def counted(self) -> Counted | None:
        return singlecase.count_better(self.before.values, self.after.values, self.direction)

    @property
    def non_overlap(self) -> float | None:
        return singlecase.non_overlap(self.before.values, self.after.values, self.direction)

    @property
    def outside(self) -> tuple[int, int]:
        """(points beyond the band on the better side, on the worse side)."""
        if self.band is None:
            return 0, 0
        sides = [self.band.side(value) for value in self.after.values]
        good = -1 if self.direction == LOWER else 1
        return sides.count(good), sides.count(-good)

    @property
    def notable(self) -> int:
        """+1: two points in a row beyond the band on the better side; -1: on the worse; 0: neither."""
        if self.band is None:
            return 0
        side = singlecase.in_a_row(self.after.values, self.band)
        return -side if self.direction == LOWER else side


@dataclass(frozen=True)
class Design:
    """A measure's points split into its phases. `others` are points of earlier versions, shown and not counted."""

    direction: str
    phases: list[Phase]
    others: list[Point] = field(default_factory=list)
    least: float | None = None
    most: float | None = None

    @property
    def points(self) -> list[Point]:
        return [point for phase in self.phases for point in phase.points]

    @property
    def letters(self) -> str:
        return "-".join(phase.letter for phase in self.phases if phase.letter)

    @cached_property
    def compared(self) -> list[Compared]:
        """Each B that has points, against the A just before it."""
        pairs = zip(self.phases, self.phases[1:], strict=False)
        return [
            Compared(one, after, self.direction)
            for one, after in pairs
            if one.letter == "A" and after.letter == "B" and one.points and after.points
        ]

    @property
    def first_baseline(self) -> Phase | None:
        first = self.phases[0] if self.phases else None
        return first if first is not None and first.letter == "A" else None

    @property
    def correlated(self) -> Correlated | None:
        base = self.first_baseline
        return singlecase.lag_one(base.values) if base else None

    @property
    def better_edge(self) -> float | None:
        return self.least if self.direction == LOWER else self.most


def split(
    points: Sequence[Point],
    starts: Sequence[Phase],
    direction: str,
    *,
    least: float | None = None,
    most: float | None = None,
) -> Design:
    """Points of the newest version in their phases. What lies before the first phase belongs to it; without phases all
    points are one, without a letter."""
    if direction not in (LOWER, HIGHER):
        raise ValueError("a direction is lower or higher")
    ordered = sorted(points, key=lambda point: point.on)
    newest = ordered[-1].version if ordered else ""
    counted = [point for point in ordered if point.version == newest]
    others = [point for point in ordered if point.version != newest]
    phases = sorted(starts, key=lambda phase: phase.starts_on or date.min) or [Phase("", None)]
    filled = []
    for place, phase in enumerate(phases):
        after = phases[place + 1].starts_on if place + 1 < len(phases) else None
        own = [
            point
            for point in counted
            if (place == 0 or (phase.starts_on is not None and point.on >= phase.starts_on))
            and (after is None or point.on < after)
        ]
        filled.append(Phase(phase.letter, phase.starts_on, phase.name, tuple(own)))
    return Design(direction, filled, others, least, most)


def staggered(designs: Sequence[Design]) -> bool:
    """Whether these make a multiple baseline: two or more series whose first B begins on different days."""
    begun = [design.compared[0].after.starts_on for design in designs if design.compared]
    return len(begun) > 1 and len(set(begun)) == len(begun)
