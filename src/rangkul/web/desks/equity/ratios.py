"""How much oftener something happened to one group than to everybody else, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

# Of a hundred comparisons where there is no difference, one is told as one, and half of those against the group.
SURE = 99
_Z = 2.5758
# A smaller difference may be certain among many, and yet not worth an alarm.
WORTH_SAYING = 1.25


@dataclass(frozen=True)
class Ratio:
    """A ratio of shares: `hit` of `n` in the group, against `other_hit` of `other_n` of everybody else. `low` and
    `high` bound it with `SURE` per cent (Katz: on the scale of logarithms)."""

    hit: int
    n: int
    other_hit: int
    other_n: int
    ratio: float
    low: float
    high: float

    @property
    def share(self) -> float:
        return 100 * self.hit / self.n

    @property
    def other_share(self) -> float:
        return 100 * self.other_hit / self.other_n

    @property
    def stands_out(self) -> bool:
        """Against the group, and hardly by chance alone."""
        return self.low > 1 and self.ratio >= WORTH_SAYING


def ratio(hit: int, n: int, all_hit: int, all_n: int) -> Ratio | None:
    """`all_…` counts the group too. None where it happened to nobody, or to everybody, on one side: a ratio without an
    interval would be an opinion."""
    other_hit, other_n = all_hit - hit, all_n - n
    if hit <= 0 or other_hit <= 0 or other_n <= 0:
        return None
    spread = 1 / hit - 1 / n + 1 / other_hit - 1 / other_n
    if spread <= 0:
        return None
    value, wide = (hit / n) / (other_hit / other_n), _Z * sqrt(spread)
    return Ratio(hit, n, other_hit, other_n, value, exp(log(value) - wide), exp(log(value) + wide))
