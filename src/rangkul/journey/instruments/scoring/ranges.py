"""How far a total can reach, and how points become a total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from rangkul.journey.instruments.scoring.rules import Band, Rules


def combined(rules: Rules, points: Sequence[Decimal]) -> Decimal:
    """Sum, mean or count of complete points, in the unit of the instrument."""
    if rules.kind == "count":
        assert rules.counts_from is not None
        return Decimal(sum(point >= rules.counts_from for point in points))
    raw = sum(points, Decimal(0))
    if rules.kind == "mean":
        raw /= len(points)
    return rounded(rules, raw * rules.times)


def rounded(rules: Rules, number: Decimal) -> Decimal:
    """As printed tables do it: a half goes up."""
    return number.quantize(Decimal(1).scaleb(-rules.decimals), rounding=ROUND_HALF_UP)


def range_of(rules: Rules, items: Iterable[str]) -> tuple[Decimal, Decimal]:
    listed = list(items)
    least = [rules.answers[item].least for item in listed]
    most = [rules.answers[item].most for item in listed]
    return combined(rules, least), combined(rules, most)


def spans(rules: Rules, bands: Sequence[Band], most: Decimal) -> tuple[tuple[Band, Decimal, Decimal], ...]:
    """Each band with its first and last value, as a table prints them: (moderate, 10, 14)."""
    step = Decimal(1).scaleb(-rules.decimals)
    ends = [band.since - step for band in bands[1:]]
    return tuple((band, band.since, end) for band, end in zip(bands, [*ends, most] if bands else [], strict=True))


def total_range(rules: Rules) -> tuple[Decimal, Decimal]:
    return range_of(rules, rules.items)
