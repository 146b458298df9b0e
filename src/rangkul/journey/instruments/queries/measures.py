"""Repeated measures of a case, as evaluation takes them: totals over days, never across versions in one line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from rangkul.journey.assessment.states import RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.queries.results import Result, results

_GRAVE = frozenset({RiskLevel.RED, RiskLevel.ORANGE})


@dataclass(frozen=True)
class Measure:
    """`points` are (day, value, version), oldest first. `key` is stable: instrument, part of it, and whom it is about.

    `direction` is "higher_is_worse", "higher_is_better" or "" where more is neither; `minimal_change` is None where
    nobody has published one. `grave`: the newest filling says something that a person must act on, whatever its total.
    """

    key: str
    name: str
    direction: str
    points: list[tuple[date, Decimal, str]] = field(default_factory=list)
    minimal_change: Decimal | None = None
    grave: bool = False

    @property
    def versions(self) -> list[str]:
        return list(dict.fromkeys(version for _day, _value, version in self.points))


def series(case: Case, found: list[Result] | None = None) -> list[Measure]:
    """Every total and every part that was counted on this case."""
    measures: dict[str, Measure] = {}
    kept: dict[str, Any] = defaultdict(list)
    language = get_language() or "id"
    for one in reversed(results(case) if found is None else found):
        if one.scored is None or one.rules is None:
            continue
        row, scored = one.administration, one.scored
        about = f":{row.person_id}" if row.person_id else ""
        whose = f", {row.person.spoken_name}" if row.person else ""
        named = [(row.version.instrument.key, one.short_name, scored.total, one.rules.minimal)]
        named += [
            (
                f"{row.version.instrument.key}.{part.key}",
                f"{one.short_name}: {part.words.said(language)}",
                part.total,
                None,
            )
            for part in scored.parts
        ]
        for key, name, value, minimal in named:
            if value is not None:
                smallest = minimal.points if minimal else None
                grave = scored.level in _GRAVE
                measures[key + about] = Measure(key + about, name + whose, one.rules.direction, [], smallest, grave)
                kept[key + about].append((row.answered_on, value, row.version.number))
    for key, points in kept.items():
        measures[key].points.extend(points)
    return list(measures.values())
