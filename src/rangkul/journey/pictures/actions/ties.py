"""Relation lines: what somebody told or saw between two people, with its source and its day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.commons.people.models import Person
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.actions.bonding import name_in_case
from rangkul.journey.pictures.models import FamilyTie
from rangkul.journey.pictures.states import DIRECTED, TieKind


@action("tie.drawn", may=policy.may_draw)
def draw_tie(
    *, by: Asker, case: Case, one: Person, other: Person, kind: str, source: str, source_date: date, words: str = ""
) -> Done:
    """A line from `one` to `other`; of violence `one` is who does it. Drawn already, it is not drawn again."""
    case = lock_open(case)
    if one.pk == other.pk:
        raise Refused(_("Pilih orang lain di ujung garis ini."), field="other")
    not_ahead(source_date, "source_date", case.region_code)
    if (known := _known(case, one, other, kind)) is not None:
        return about(case, known, silent=True)
    row = FamilyTie(case=case, one=one, other=other, kind=TieKind(kind), source=source, source_date=source_date)
    row.words, row.recorded_by_id = words.strip(), by.staff_id
    row.save(force_insert=True)
    name_in_case(by, case, one, other)
    return about(case, row, one=one.pk, other=other.pk, kind=kind)


def _known(case: Case, one: Person, other: Person, kind: str) -> FamilyTie | None:
    """Closeness has no direction: from the other end it is the same line."""
    same = Q(one=one, other=other)
    if kind not in DIRECTED:
        same |= Q(one=other, other=one)
    return FamilyTie.objects.filter(same, case=case, kind=kind, ended_on__isnull=True).first()


@action("tie.ended", may=policy.may_draw)
def end_tie(*, by: Asker, case: Case, tie: FamilyTie, because: str) -> Done:
    """It is no longer so, or never was; the reason stays beside it."""
    case = lock_open(case)
    tie.case = case
    tie.ended_because = filled(because, _("Tulis mengapa garis ini diakhiri."), "because")
    tie.ended_on, tie.ended_by_id = today(case.region_code), by.staff_id
    open_row = FamilyTie.objects.filter(pk=tie.pk, case=case, ended_on__isnull=True)
    values = {"ended_on": tie.ended_on, "ended_by": tie.ended_by_id, "ended_because": tie.__dict__["ended_because"]}
    first = open_row.update(**values)
    return about(case, tie, one=tie.one_id, other=tie.other_id, kind=tie.kind, silent=not first)
