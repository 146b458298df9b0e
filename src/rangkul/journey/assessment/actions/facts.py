"""What is known about a client is added and corrected, never changed."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, draft_round
from rangkul.journey.assessment.models import Fact
from rangkul.journey.assessment.prompts import GUIDES
from rangkul.journey.assessment.states import SOURCES_OF, FactKind
from rangkul.journey.cases.models import Case


def source_of(kind: str, source: str) -> str:
    """The source that goes with a kind; where there is only one it need not be named. Raises Refused."""
    fitting = SOURCES_OF[FactKind(kind)]
    if not source and kind != FactKind.STATEMENT:
        return fitting[0]
    if source not in fitting:
        names = {
            FactKind.STATEMENT: _("Pernyataan datang dari klien, orang terdekat, dokumen, atau ahli lain."),
            FactKind.OBSERVATION: _("Observasi adalah yang Anda lihat atau dengar sendiri."),
            FactKind.OPINION: _("Pendapat datang dari Anda atau ahli lain, terpisah dari pernyataan klien."),
        }
        raise Refused(names[FactKind(kind)], field="source", code="source")
    return source


def _checked(case: Case, domain: str, topic: str, kind: str, source: str, source_date: date) -> str:
    not_ahead(source_date, "source_date", case.region_code)
    if topic and topic not in {one.code for one in GUIDES[domain].topics}:
        raise Refused(_("Pokok ini bukan bagian dari bidang tersebut."), field="topic", code="topic")
    return source_of(kind, source)


@action("fact.recorded", may=policy.may_assess)
def record_fact(
    *,
    by: Asker,
    case: Case,
    domain: str,
    kind: str,
    text: str,
    source_date: date,
    source: str = "",
    source_note: str = "",
    topic: str = "",
    is_strength: bool = False,
) -> Done:
    """Add one fact to the open round. Raises Refused when source and kind do not fit or the day has not come."""
    source = _checked(case, domain, topic, kind, source, source_date)
    fact = Fact.objects.create(
        case=case,
        assessment=draft_round(by, case),
        key=case.key,
        domain=domain,
        topic=topic,
        kind=kind,
        source=source,
        source_note=source_note,
        source_date=source_date,
        text=text,
        is_strength=is_strength,
        recorded_by_id=by.staff_id,
    )
    return done(fact, case, domain=domain, kind=kind)


def _correctable(case: Case, fact: Fact) -> None:
    if fact.case_id != case.pk:
        raise Refused(_("Fakta ini bukan bagian dari kasus ini."), code="other_case")
    if fact.corrections.exists():
        raise Refused(_("Fakta ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")


@action("fact.corrected", may=policy.may_assess)
def correct_fact(
    *, by: Asker, case: Case, fact: Fact, reason: str, text: str = "", source_date: date | None = None
) -> Done:
    """Append a correction: new words for the same fact, or, without words, taking it back. Both stay readable."""
    _correctable(case, fact)
    not_ahead(source_date, "source_date", case.region_code)
    correction = Fact.objects.create(
        case=case,
        assessment=draft_round(by, case),
        key=case.key,
        domain=fact.domain,
        topic=fact.topic,
        kind=fact.kind,
        source=fact.source,
        source_note=fact.source_note,
        source_date=source_date or fact.source_date,
        text=text,
        is_strength=fact.is_strength,
        corrects=fact,
        correction_reason=reason,
        recorded_by_id=by.staff_id,
    )
    return done(correction, case, corrects=str(fact.pk), domain=fact.domain)
