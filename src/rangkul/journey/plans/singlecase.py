"""Single-system designs: what a series shows against its own baseline. Numbers in, numbers out.

Two standard deviations (n − 1) around the mean of the baseline make a band; two points in a row on one side of it are
notable (Shewhart). The celeration line joins the means of the two halves of the baseline and is projected on; points of
the intervention on its better side are counted against the binomial with the baseline's own share (Gingerich and
Feyerherm 1979). None of this says why something changed.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, sqrt

LOWER, HIGHER = "lower", "higher"
# Fewer points give no band; fewer than four cannot be halved.
FEWEST, FEWEST_HALVED = 3, 4
# What is called short: the band exists and is drawn, with a caution beside it.
SHORT = 5
FEWEST_CORRELATED = 6
LEVEL_OF_DOUBT = 0.05
# A baseline that moved by so many of its own standard deviations from its beginning to its end has a trend.
TREND = 2.0
_SMALL = 1e-9


@dataclass(frozen=True)
class Band:
    mean: float
    sd: float

    @property
    def lower(self) -> float:
        return self.mean - 2 * self.sd

    @property
    def upper(self) -> float:
        return self.mean + 2 * self.sd

    def side(self, value: float) -> int:
        """+1 above the band, -1 below, 0 inside or on its edge."""
        return (value > self.upper + _SMALL) - (value < self.lower - _SMALL)


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def deviation(values: Sequence[float]) -> float:
    """Standard deviation with n − 1; 0 for a single value."""
    if len(values) < 2:
        return 0.0
    middle = mean(values)
    return sqrt(sum((value - middle) ** 2 for value in values) / (len(values) - 1))


def band(baseline: Sequence[float]) -> Band | None:
    """The band of the baseline; None with fewer than three points."""
    return Band(mean(baseline), deviation(baseline)) if len(baseline) >= FEWEST else None


def in_a_row(values: Sequence[float], around: Band) -> int:
    """The side (+1, -1) on which two points in a row lie for the first time; 0 where none do."""
    sides = [around.side(value) for value in values]
    return next((one for one, after in itertools.pairwise(sides) if one and one == after), 0)


@dataclass(frozen=True)
class Celeration:
    """A straight line over observations, counted from 0 at the first of the baseline."""

    slope: float
    level: float

    def at(self, place: int) -> float:
        return self.level + self.slope * place


def celeration(baseline: Sequence[float]) -> Celeration | None:
    """Through the means of both halves, each at the middle of its half; of an odd number the middle is left out."""
    count = len(baseline)
    if count < FEWEST_HALVED:
        return None
    half = count // 2
    first, second = baseline[:half], baseline[count - half :]
    x1, x2 = (half - 1) / 2, count - half + (half - 1) / 2
    slope = (mean(second) - mean(first)) / (x2 - x1)
    return Celeration(slope, mean(first) - slope * x1)


def tail(least: int, count: int, share: float) -> float:
    """P(X ≥ least) for a binomial with `count` trials."""
    return sum(comb(count, k) * share**k * (1 - share) ** (count - k) for k in range(least, count + 1))


def needed(count: int, share: float) -> int | None:
    """The fewest of `count` points on the better side that would be rare at .05; None where even all would not be.

    None also where the baseline lies wholly on one side (share 0 or 1): then its share says nothing.
    """
    if not 0 < share < 1:
        return None
    return next((k for k in range(count + 1) if tail(k, count, share) <= LEVEL_OF_DOUBT), None)


@dataclass(frozen=True)
class Counted:
    """`better` of `count` intervention points lie on the better side of the projected line; `needed` would be rare."""

    better: int
    count: int
    share: float
    needed: int | None

    @property
    def is_rare(self) -> bool:
        return self.needed is not None and self.better >= self.needed


def count_better(baseline: Sequence[float], later: Sequence[float], direction: str) -> Counted | None:
    line = celeration(baseline)
    if line is None or not later:
        return None
    before = sum(_better(value, line.at(place), direction) for place, value in enumerate(baseline))
    start = len(baseline)
    after = sum(_better(value, line.at(start + place), direction) for place, value in enumerate(later))
    share = before / len(baseline)
    return Counted(after, len(later), share, needed(len(later), share))


def _better(value: float, than: float, direction: str) -> bool:
    return value < than - _SMALL if direction == LOWER else value > than + _SMALL


def non_overlap(baseline: Sequence[float], later: Sequence[float], direction: str) -> float | None:
    """Share (0–1) of later points beyond the best point of the baseline; None where either is empty."""
    if not baseline or not later:
        return None
    best = min(baseline) if direction == LOWER else max(baseline)
    return sum(_better(value, best, direction) for value in later) / len(later)


@dataclass(frozen=True)
class Correlated:
    """Lag-1 autocorrelation with its bound 2/√n: beyond it, neighbours are alike and the band is too narrow."""

    r: float
    bound: float

    @property
    def is_beyond(self) -> bool:
        return abs(self.r) > self.bound


def lag_one(values: Sequence[float]) -> Correlated | None:
    """None for fewer than six points or for a flat series."""
    if len(values) < FEWEST_CORRELATED:
        return None
    middle = mean(values)
    spread = sum((value - middle) ** 2 for value in values)
    if spread <= _SMALL:
        return None
    together = sum((one - middle) * (after - middle) for one, after in itertools.pairwise(values))
    return Correlated(together / spread, 2 / sqrt(len(values)))


def trend(baseline: Sequence[float]) -> int:
    """+1 rising, -1 falling, 0 neither: by the celeration line, against the baseline's own spread."""
    line, spread = celeration(baseline), deviation(baseline)
    if line is None or spread <= _SMALL:
        return 0
    moved = line.slope * (len(baseline) - 1)
    return (moved >= TREND * spread) - (moved <= -TREND * spread)


def at_edge(values: Sequence[float], edge: float | None) -> bool:
    """Whether half or more of the values lie at the end of the scale, so that there is no room to move."""
    return edge is not None and bool(values) and 2 * sum(abs(value - edge) <= _SMALL for value in values) >= len(values)
