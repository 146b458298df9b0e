"""PIE: the worker codes roles and surroundings with the client; what others found keeps their name."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, draft_round
from rangkul.journey.assessment.models import Assessment, PieCoding, PieFinding
from rangkul.journey.assessment.pie.codes import PROBLEMS_OF, Factor, Problem, System
from rangkul.journey.assessment.queries import standing_codings
from rangkul.journey.cases.models import Case

_PLACE = ("role", "trouble", "system", "problem", "ground")


def _of_factor(factor: str, given: dict) -> dict:
    """The codes that belong to the factor; those of the other one stay empty. Raises Refused where one lacks."""
    if factor == Factor.ROLE:
        if not (given["role"] and given["trouble"] and given["coping"]):
            raise Refused(_("Pilih peran, jenis kesulitannya, dan kemampuan menghadapinya."), field="role", code="role")
        return {**given, "system": "", "problem": "", "ground": ""}
    if factor != Factor.ENVIRONMENT:
        message = _("Temuan kesehatan jiwa dan badan ditulis sebagai temuan orang yang memeriksa, bukan kode Anda.")
        raise Refused(message, field="factor", code="factor")
    if given["problem"] not in PROBLEMS_OF.get(System(given["system"]) if given["system"] else None, ()):
        raise Refused(_("Masalah ini bukan bagian dari lingkungan tersebut."), field="problem", code="problem")
    if (given["problem"] == Problem.DISCRIMINATION) != bool(given["ground"]):
        message = _("Sebutkan atas dasar apa orang ini didiskriminasi; untuk masalah lain kosongkan.")
        raise Refused(message, field="ground", code="ground")
    return {**given, "role": "", "trouble": "", "coping": None}


def _not_there_yet(round_: Assessment, codes: dict, named: str, but: PieCoding | None = None) -> None:
    wanted = (*(codes[name] for name in _PLACE), named.strip().casefold())
    for row in standing_codings(round_):
        there = (*(getattr(row, name) for name in _PLACE), row.named.strip().casefold())
        if there == wanted and (but is None or row.pk != but.pk):
            raise Refused(_("Kesulitan ini sudah ada di asesmen sekarang. Koreksi yang ada."), code="there")


def _needs_name(codes: dict, named: str) -> None:
    if named.strip():
        return
    if "other" in (codes["trouble"], codes["problem"]) or codes["role"].startswith("other_"):
        raise Refused(_("Sebutkan apa, dengan kata-kata Anda."), field="named", code="named")


@action("pie.coded", may=policy.may_assess)
def code_pie(
    *,
    by: Asker,
    case: Case,
    factor: str,
    severity: int,
    duration: int,
    role: str = "",
    trouble: str = "",
    system: str = "",
    problem: str = "",
    ground: str = "",
    coping: int | None = None,
    named: str = "",
    because: str = "",
) -> Done:
    """Code one difficulty in the open round: a role (factor I) or something around the client (factor II)."""
    given = {"role": role, "trouble": trouble, "system": system, "problem": problem, "ground": ground, "coping": coping}
    codes = _of_factor(factor, given)
    _needs_name(codes, named)
    round_ = draft_round(by, case)
    _not_there_yet(round_, codes, named)
    row = _write(
        by, case, round_, factor=factor, severity=severity, duration=duration, **codes, named=named, because=because
    )
    return done(row, case, factor=factor)


def _write(by: Asker, case: Case, round_: Assessment, **words) -> PieCoding:
    return PieCoding.objects.create(case=case, assessment=round_, key=case.key, coded_by_id=by.staff_id, **words)


def _open_coding(by: Asker, case: Case, coding: PieCoding) -> Assessment:
    """The open round to which the coding belongs; raises Refused where it stands in a signed one."""
    round_ = draft_round(by, case)
    if coding.case_id != case.pk or coding.assessment_id != round_.pk:
        message = _(
            "Kode ini ada di asesmen yang sudah ditandatangani. Bawa dulu ke asesmen sekarang, lalu ubah di sana."
        )
        raise Refused(message, code="signed")
    if coding.corrections.exists() or coding.taken_back:
        raise Refused(_("Kode ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")
    return round_


@action("pie.corrected", may=policy.may_assess)
def correct_pie(
    *,
    by: Asker,
    case: Case,
    coding: PieCoding,
    reason: str,
    severity: int,
    duration: int,
    coping: int | None = None,
    named: str = "",
    because: str = "",
    taken_back: bool = False,
) -> Done:
    """Append how it stands now, or that it should not have been coded; the first coding stays readable."""
    round_ = _open_coding(by, case, coding)
    codes = {name: getattr(coding, name) for name in _PLACE}
    _not_there_yet(round_, codes, named, but=coding)
    _needs_name(codes, named)
    row = _write(
        by, case, round_, factor=coding.factor, **codes, severity=severity, duration=duration,
        coping=coping if coding.factor == Factor.ROLE else None, named=named, because=because, taken_back=taken_back,
        corrects=coding, correction_reason=reason, carried_from=None,
    )  # fmt: skip
    return done(row, case, corrects=str(coding.pk))


@action("pie.carried_forward", may=policy.may_assess)
def carry_pie(*, by: Asker, case: Case, codings: list[PieCoding]) -> Done:
    """Take codings of an earlier round into the open one, because a worker looked at each and it still holds.

    Raises Refused where one is no standing coding of an earlier round, or is already there.
    """
    round_ = draft_round(by, case)
    if not codings:
        raise Refused(_("Pilih paling sedikit satu kesulitan yang masih berlaku."), field="codings", code="empty")
    rows = []
    for coding in codings:
        if coding.case_id != case.pk or coding.assessment_id == round_.pk or coding.taken_back:
            raise Refused(_("Kode ini bukan dari asesmen sebelumnya."), field="codings", code="not_before")
        codes = {name: getattr(coding, name) for name in _PLACE}
        _not_there_yet(round_, codes, coding.named)
        kept = {name: getattr(coding, name) for name in ("severity", "duration", "coping", "named", "because")}
        rows.append(_write(by, case, round_, factor=coding.factor, **codes, **kept, carried_from=coding))
    return done(rows[0], case, ids=[str(row.pk) for row in rows])


def _of_another(by: Asker, found_by: str, finding: str, factor: str) -> None:
    """A finding has a finder, and the finder is not whoever writes it down (A21)."""
    if factor not in (Factor.MENTAL, Factor.PHYSICAL):
        raise Refused(_("Pilih kesehatan jiwa atau kesehatan badan."), field="factor", code="factor")
    own = Staff.objects.get(pk=by.staff_id)
    who = " ".join(found_by.split()).casefold()
    if not who or not finding.strip():
        raise Refused(_("Tulis temuannya dan siapa yang memeriksa."), field="found_by", code="found_by")
    if who in {own.full_name.casefold(), own.called_name.casefold(), "saya", "saya sendiri"}:
        message = _(
            "Pekerja sosial tidak menulis diagnosis sendiri. Tulis siapa yang memeriksa, "
            "atau catat yang Anda lihat sebagai fakta."
        )
        raise Refused(message, field="found_by", code="own")


@action("finding.noted", may=policy.may_assess)
def note_finding(
    *,
    by: Asker,
    case: Case,
    factor: str,
    finding: str,
    profession: str,
    found_by: str,
    via: str,
    found_on: date,
    document: str = "",
) -> Done:
    """Note what somebody entitled to it found about mental or physical health: who, by which way, when."""
    _of_another(by, found_by, finding, factor)
    not_ahead(found_on, "found_on", case.region_code)
    row = _note(
        by, case, draft_round(by, case), factor=factor, finding=finding, profession=profession, found_by=found_by,
        via=via, found_on=found_on, document=document,
    )  # fmt: skip
    return done(row, case, factor=factor)


def _note(by: Asker, case: Case, round_: Assessment, **words) -> PieFinding:
    if words["via"] == "document" and not words["document"].strip():
        raise Refused(_("Tulis dokumen apa."), field="document", code="document")
    return PieFinding.objects.create(case=case, assessment=round_, key=case.key, noted_by_id=by.staff_id, **words)


@action("finding.corrected", may=policy.may_assess)
def correct_finding(
    *,
    by: Asker,
    case: Case,
    row: PieFinding,
    reason: str,
    finding: str,
    profession: str,
    found_by: str,
    via: str,
    found_on: date,
    document: str = "",
    taken_back: bool = False,
) -> Done:
    """Append what the finding really says, or that it does not belong here. The first note stays readable."""
    if row.case_id != case.pk or row.corrections.exists() or row.taken_back:
        raise Refused(_("Temuan ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")
    _of_another(by, found_by, finding, row.factor)
    not_ahead(found_on, "found_on", case.region_code)
    new = _note(
        by, case, draft_round(by, case), factor=row.factor, finding=finding, profession=profession, found_by=found_by,
        via=via, found_on=found_on, document=document, taken_back=taken_back, corrects=row, correction_reason=reason,
    )  # fmt: skip
    return done(new, case, corrects=str(row.pk))
