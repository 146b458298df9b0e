"""Phases of a measure: A and B in turn, each from its day. Added and corrected, never moved in silence."""

import itertools
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, still_open
from rangkul.journey.plans.models import Measure, MeasurePhase
from rangkul.journey.plans.queries import standing

MOST_PHASES = 8


def _in_turn(phases: list[tuple[date, str]]) -> None:
    """A and B follow each other on different days. Raises Refused."""
    ordered = sorted(phases)
    for (day, letter), (after, following) in itertools.pairwise(ordered):
        if day == after:
            raise Refused(_("Pada hari itu sudah ada fase lain yang mulai."), field="starts_on", code="day")
        if letter == following:
            raise Refused(_("Sesudah fase A datang fase B, dan sebaliknya."), field="letter", code="turn")


def _others(measure: Measure, but: MeasurePhase | None = None) -> list[tuple[date, str]]:
    rows = standing(MeasurePhase.objects.filter(measure=measure))
    return [(row.starts_on, row.letter) for row in rows if but is None or row.pk != but.pk]


@action("phase.begun", may=policy.may_plan)
def begin_phase(*, by: Asker, case: Case, measure: Measure, letter: str, starts_on: date, name: str) -> Done:
    """From this day the measure is in phase A or B. Raises Refused where two of a kind would follow each other."""
    still_open(case)
    if measure.case_id != case.pk or measure.ended_on is not None:
        raise Refused(_("Pengukuran ini sudah dihentikan."), code="ended")
    not_ahead(starts_on, "starts_on", case.region_code)
    others = _others(measure)
    if len(others) >= MOST_PHASES:
        raise Refused(_("Paling banyak 8 fase untuk satu ukuran."), code="many")
    _in_turn([*others, (starts_on, letter)])
    row = _write(by, case, measure, letter, starts_on, name)
    return done(row, case, measure=str(measure.pk), letter=letter)


def _write(by: Asker, case: Case, measure: Measure, letter: str, starts_on: date, name: str, **more) -> MeasurePhase:
    row = MeasurePhase(case=case, measure=measure, key=case.key, letter=letter, starts_on=starts_on,
                       recorded_by_id=by.staff_id)  # fmt: skip
    row.name = name
    for field, value in more.items():
        setattr(row, field, value)
    row.save(force_insert=True)
    return row


@action("phase.corrected", may=policy.may_plan)
def correct_phase(
    *, by: Asker, case: Case, phase: MeasurePhase, reason: str, starts_on: date, name: str, taken_back: bool = False
) -> Done:
    """Append from which day the phase really counts, or that it was none."""
    still_open(case)
    if phase.case_id != case.pk or phase.taken_back or phase.corrections.exists():
        raise Refused(_("Fase ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")
    not_ahead(starts_on, "starts_on", case.region_code)
    others = _others(phase.measure, but=phase)
    _in_turn(others if taken_back else [*others, (starts_on, phase.letter)])
    row = _write(
        by, case, phase.measure, phase.letter, starts_on, name,
        taken_back=taken_back, corrects=phase, correction_reason=reason,
    )  # fmt: skip
    return done(row, case, measure=str(phase.measure_id), corrects=str(phase.pk))
