"""Goal attainment scaling: five written levels for each goal, one T-score for several goals.

T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²) with ρ = 0.3 (Kiresuk and Sherman 1968). The formulas printed in
Turner-Stokes 2009 are wrong; its erratum agrees with this one. T has mean 50 and a spread of about 10 where
goals were set well; it says how far agreed goals were reached, not why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite, sqrt

RHO = 0.3
# From much less than hoped to much more than hoped.
LEVELS = (-2, -1, 0, 1, 2)


@dataclass(frozen=True)
class Attained:
    """One goal's level −2…+2 and its weight > 0 (importance for the client)."""

    level: int
    weight: float = 1.0

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError("a level lies between -2 and +2")
        if not (self.weight > 0 and isfinite(self.weight)):
            raise ValueError("a weight is a number above zero")


def t_score(goals: Iterable[Attained]) -> float:
    """The T-score, not rounded. Raises ValueError without any goal."""
    goals = tuple(goals)
    if not goals:
        raise ValueError("a T-score needs at least one goal")
    # Divide by the greatest weight: T does not change and squares of huge weights stay finite.
    top = max(goal.weight for goal in goals)
    weights = [goal.weight / top for goal in goals]
    reached = sum(weight * goal.level for weight, goal in zip(weights, goals, strict=True))
    spread = (1 - RHO) * sum(weight**2 for weight in weights) + RHO * sum(weights) ** 2
    return 50 + 10 * reached / sqrt(spread)


def missing_levels(descriptions: Mapping[int, str]) -> list[int]:
    """The levels of a goal that are not written yet; a goal is complete when none is missing."""
    return [level for level in LEVELS if not (descriptions.get(level) or "").strip()]


def repeated_levels(descriptions: Mapping[int, str]) -> list[int]:
    """Levels whose words only repeat those of a lower one: such a scale cannot tell them apart."""
    seen: dict[str, int] = {}
    repeated = []
    for level in LEVELS:
        words = " ".join((descriptions.get(level) or "").split()).casefold()
        if words and words in seen:
            repeated.append(level)
        seen.setdefault(words, level)
    return repeated
