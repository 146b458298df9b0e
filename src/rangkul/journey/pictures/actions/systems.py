"""Ties to the systems around a household: drawn, corrected by a further row, ended with a reason."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.states import Effect, InstitutionKind
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.models import SystemTie
from rangkul.journey.pictures.states import Flow, Strength, System


@action("system.tied", may=policy.may_draw)
def tie_system(
    *,
    by: Asker,
    case: Case,
    system: str,
    strength: str,
    source: str,
    source_date: date,
    flow: str = "",
    name: str = "",
    words: str = "",
) -> Done:
    """A line from the household to a system around it. Said again in the same words, it is not drawn again."""
    case = lock_open(case)
    said = _checked(case, system, strength, flow, name, source, source_date, words)
    if (known := _known(case, said)) is not None:
        return about(case, known, silent=True)
    row = _write(by, case, said)
    return about(case, row, system=system, strength=strength)


@action("system.taken", may=policy.may_draw)
def take_institution(*, by: Asker, case: Case, institution: Institution) -> Done:
    """What the assessment knows of an institution becomes a tie, with the same source, day and words."""
    case = lock_open(case)
    if institution.case_id != case.pk or institution.effect not in _STRENGTH or institution.taken_back:
        raise Refused(_("Catatan lembaga ini tidak bisa diambil."), code="institution")
    if institution.corrections.exists():
        raise Refused(_("Catatan lembaga ini sudah dikoreksi. Muat ulang halamannya."), code="corrected")
    before = {institution.pk, institution.corrects_id} - {None}
    if (known := SystemTie.objects.filter(case=case, institution_id__in=before).first()) is not None:
        return about(case, known, silent=True)
    system = _SYSTEM.get(institution.kind, System.OTHER)
    name = institution.name or (str(institution.get_kind_display()) if system == System.OTHER else "")
    strength, flow = _STRENGTH[institution.effect]
    words = " ".join(part for part in (institution.helps, institution.blocks) if part)
    said = _checked(case, system, strength, flow, name, institution.source, institution.source_date, words)
    row = _write(by, case, said, institution=institution)
    return about(case, row, system=system, strength=strength)


@action("system.corrected", may=policy.may_draw)
def correct_system_tie(
    *,
    by: Asker,
    case: Case,
    tie: SystemTie,
    reason: str,
    strength: str,
    source: str,
    source_date: date,
    flow: str = "",
    name: str = "",
    words: str = "",
) -> Done:
    """It was noted wrongly: a further row stands in its place, and the earlier one stays readable."""
    case = lock_open(case)
    reason = filled(reason, _("Tulis apa yang dikoreksi."), "reason")
    last = SystemTie.objects.filter(pk=tie.pk, case=case, ended_on__isnull=True, corrections__isnull=True).first()
    if last is None:
        raise Refused(_("Ikatan ini sudah dikoreksi atau diakhiri. Muat ulang halamannya."), code="corrected")
    said = _checked(case, last.system, strength, flow, name, source, source_date, words)
    row = _write(by, case, said, institution_id=last.institution_id, corrects=last, correction_reason=reason)
    return about(case, row, system=row.system, strength=strength, corrects=last.pk)


@action("system.ended", may=policy.may_draw)
def end_system_tie(*, by: Asker, case: Case, tie: SystemTie, because: str) -> Done:
    """It is over: the line leaves the picture and stays in the table, with its reason."""
    case = lock_open(case)
    tie.ended_because = filled(because, _("Tulis mengapa ikatan ini diakhiri."), "because")
    tie.ended_on, tie.ended_by_id = today(case.region_code), by.staff_id
    standing = SystemTie.objects.filter(pk=tie.pk, case=case, ended_on__isnull=True, corrections__isnull=True)
    values = {"ended_on": tie.ended_on, "ended_by": tie.ended_by_id, "ended_because": tie.__dict__["ended_because"]}
    # The filter looks at corrections, which an UPDATE cannot join: the row is found first, the case is locked.
    first = standing.exists() and SystemTie.objects.filter(pk=tie.pk).update(**values)
    return about(case, tie, system=tie.system, strength=tie.strength, silent=not first)


_SYSTEM = {
    InstitutionKind.FAMILY: System.KIN,
    InstitutionKind.SCHOOL: System.SCHOOL,
    InstitutionKind.WORK: System.WORK,
    InstitutionKind.FAITH: System.WORSHIP,
    InstitutionKind.GOVERNMENT: System.AID,
    InstitutionKind.CUSTOM: System.NEIGHBOURS,
}
_STRENGTH = {
    Effect.HELPS: (Strength.STRONG, Flow.IN),
    Effect.BLOCKS: (Strength.STRESSFUL, Flow.UNKNOWN),
    Effect.BOTH: (Strength.MIXED, Flow.IN),
}


def _checked(
    case: Case, system: str, strength: str, flow: str, name: str, source: str, source_date: date, words: str
) -> dict[str, object]:
    not_ahead(source_date, "source_date", case.region_code)
    if system == System.OTHER:
        name = filled(name, _("Tulis nama yang ada di ujung ikatan ini."), "name")
    return {
        "system": System(system), "strength": Strength(strength), "flow": Flow(flow), "name": name.strip(),
        "source": source, "source_date": source_date, "words": words.strip(),
    }  # fmt: skip


def _write(by: Asker, case: Case, said: dict[str, object], **more: object) -> SystemTie:
    return SystemTie.objects.create(case=case, key=case.key, recorded_by_id=by.staff_id, **said, **more)


def _known(case: Case, said: dict[str, object]) -> SystemTie | None:
    same = {name: said[name] for name in ("system", "strength", "flow", "source", "source_date")}
    rows = SystemTie.objects.filter(case=case, ended_on__isnull=True, corrections__isnull=True, **same)
    both = ("name", "words")
    return next(
        (row for row in rows.select_related("key") if all(getattr(row, name) == said[name] for name in both)), None
    )
