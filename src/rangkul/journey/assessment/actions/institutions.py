"""Institutions around a client are noted and corrected, never changed."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, draft_round
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.states import Effect, InstitutionKind
from rangkul.journey.cases.models import Case


def _checked(case: Case, kind: str, name: str, effect: str, ways: dict[str, str], source_date: date) -> dict[str, str]:
    """The ways that fit the effect: helping says how it helps, blocking how it blocks, unknown neither."""
    not_ahead(source_date, "source_date", case.region_code)
    if kind == InstitutionKind.OTHER and not name.strip():
        raise Refused(_("Tulis nama lembaganya."), field="name", code="name")
    for wanted, field, message in (
        (Effect.HELPS, "helps", _("Tulis dengan cara apa lembaga ini membantu.")),
        (Effect.BLOCKS, "blocks", _("Tulis dengan cara apa lembaga ini menghambat.")),
    ):
        said, asked = ways[field].strip(), effect in (wanted, Effect.BOTH)
        if asked and not said:
            raise Refused(message, field=field, code="how")
        if said and not asked:
            message = _("Ada isian yang tidak cocok dengan pilihan di atas. Ubah pilihannya atau kosongkan isian ini.")
            raise Refused(message, field=field, code="effect")
    return ways


@action("institution.noted", may=policy.may_assess)
def note_institution(
    *,
    by: Asker,
    case: Case,
    kind: str,
    effect: str,
    source: str,
    source_date: date,
    name: str = "",
    helps: str = "",
    blocks: str = "",
    source_note: str = "",
) -> Done:
    """Note how one institution stands to the client. Raises Refused where effect and words do not fit."""
    ways = _checked(case, kind, name, effect, {"helps": helps, "blocks": blocks}, source_date)
    words = {"kind": kind, "name": name, "effect": effect, "source": source, "source_note": source_note}
    row = _write(by, case, source_date=source_date, **words, **ways)
    return done(row, case, kind=kind, effect=effect)


def _write(by: Asker, case: Case, **words) -> Institution:
    round_ = draft_round(by, case)
    return Institution.objects.create(case=case, assessment=round_, key=case.key, recorded_by_id=by.staff_id, **words)


@action("institution.corrected", may=policy.may_assess)
def correct_institution(
    *,
    by: Asker,
    case: Case,
    institution: Institution,
    reason: str,
    effect: str,
    source: str,
    source_date: date,
    name: str = "",
    helps: str = "",
    blocks: str = "",
    source_note: str = "",
    taken_back: bool = False,
) -> Done:
    """Append how it stands now, or take the note back. Earlier words stay readable."""
    if institution.case_id != case.pk or institution.corrections.exists() or institution.taken_back:
        raise Refused(_("Catatan ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")
    ways = _checked(case, institution.kind, name, effect, {"helps": helps, "blocks": blocks}, source_date)
    words = {"kind": institution.kind, "name": name, "effect": effect, "source": source, "source_note": source_note}
    row = _write(
        by, case, source_date=source_date, **words, **ways,
        taken_back=taken_back, corrects=institution, correction_reason=reason,
    )  # fmt: skip
    return done(row, case, corrects=str(institution.pk), kind=institution.kind)
