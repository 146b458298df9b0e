"""Every series of a case on one shape, wherever its points are kept: counted here, or scores of an instrument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.apps import apps

from rangkul.journey.cases.models import Case
from rangkul.journey.plans import queries
from rangkul.journey.plans.design import Design, Phase, Point, split
from rangkul.journey.plans.models import Measure, MeasurePhase, MeasurePoint
from rangkul.journey.plans.singlecase import HIGHER, LOWER

_INSTRUMENTS = "rangkul.journey.instruments"
_DIRECTIONS = {"higher_is_worse": LOWER, "higher_is_better": HIGHER}


@dataclass(frozen=True)
class Series:
    """`measure` is None for an instrument that nobody follows in phases; `rows` are points that can be corrected."""

    key: str
    name: str
    design: Design
    measure: Measure | None = None
    unit: str = ""
    minimal_change: float | None = None
    rows: tuple[MeasurePoint, ...] = ()
    phase_rows: tuple[MeasurePhase, ...] = ()
    # The newest filling says something that a person must act on, whatever its total.
    grave: bool = False

    @property
    def of_instrument(self) -> bool:
        return self.measure is None or bool(self.measure.series)


def of_instruments(case: Case) -> list[Any]:
    """Scores of the case's instruments over time; none where that module is switched off."""
    if not apps.is_installed(_INSTRUMENTS):
        return []
    return list(import_module(f"{_INSTRUMENTS}.queries").series(case))


def of_case(case: Case, scores: Iterable[Any] | None = None) -> list[Series]:
    """What is followed, then the instruments that nobody put into phases."""
    measures = queries.measures(case)
    points, phases = (queries.points_of(case), queries.phases_of(case)) if measures else ({}, {})
    scored = {one.key: one for one in (of_instruments(case) if scores is None else scores)}
    found = []
    for row in measures:
        own = tuple(phases.get(row.pk, ()))
        if row.series:
            found.append(_of_scores(row.series, scored.get(row.series), row, own))
        else:
            found.append(_own(row, tuple(points.get(row.pk, ())), own))
    followed = {row.series for row in measures if row.series}
    return found + [_of_scores(key, one, None, ()) for key, one in scored.items() if key not in followed]


def _own(row: Measure, points: tuple[MeasurePoint, ...], phases: tuple[MeasurePhase, ...]) -> Series:
    values = [Point(point.on, float(point.value), point.note, point.recalled) for point in points]
    ends = {"least": _number(row.least), "most": _number(row.most)}
    design = split(values, _phases(phases), row.direction, **ends)
    return Series(str(row.pk), row.name, design, row, row.unit, rows=points, phase_rows=phases)


def _of_scores(key: str, one: Any, row: Measure | None, phases: tuple[MeasurePhase, ...]) -> Series:
    """Scores in phases; only points of the newest version are one line."""
    direction = _DIRECTIONS.get(one.direction if one else "") or (row.direction if row else LOWER)
    values = [Point(on, float(value), version=str(version)) for on, value, version in (one.points if one else ())]
    smallest = _number(one.minimal_change) if one else None
    name = one.name if one else (row.name if row else "") or key
    design = split(values, _phases(phases), direction)
    grave = bool(one and one.grave)
    return Series(key, name, design, row, minimal_change=smallest, phase_rows=phases, grave=grave)


def _phases(rows: Iterable[MeasurePhase]) -> list[Phase]:
    return [Phase(row.letter, row.starts_on, row.name) for row in rows]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
