"""Which facts of a case call for which clocks. It proposes; a person begins."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists
from django.utils.translation import gettext as _

from rangkul.entry.intake.models import Request
from rangkul.journey.assessment.models import CaseCategory, Risk
from rangkul.journey.assessment.states import RiskKind, RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.queries import results, results_early
from rangkul.journey.instruments.queries.results import Result
from rangkul.journey.protection.laws import LAWS, Law
from rangkul.journey.protection.models import Child, Folder, LegalClock, SafetyPlan, within

_OF_TERM = {
    "PPKS-03": {"child_law"},
    "PPKS-06": {"home", "sexual"},
    "PPKS-07": {"child_law"},
    "PPKS-18": {"sexual"},
    "PPKS-19": {"home", "sexual"},
}
_OF_RISK = {
    RiskKind.VIOLENCE.value: {"home"},
    RiskKind.SEXUAL_VIOLENCE.value: {"sexual"},
    RiskKind.EXPLOITATION.value: {"sexual"},
}
_OF_FIELD = {"violence_home": {"home"}, "violence_sexual": {"sexual"}, "trafficking": {"sexual"}}
_OF_FACT = _OF_TERM | _OF_RISK
# Sexual violence is one of its questions; which answer was yes is the worker's to read.
_HARK = "hark"
_GRAVE = frozenset({RiskLevel.RED, RiskLevel.ORANGE})
ASKED = (_HARK, "dv_danger_own")


def last_answers(folder: Folder) -> dict[str, Result]:
    """The newest filling of each instrument about violence."""
    found: dict[str, Result] = {}
    for one in results(folder) if isinstance(folder, Case) else results_early(folder):
        found.setdefault(one.administration.version.instrument.key, one)
    return {key: found[key] for key in ASKED if key in found}


def calls_of(folder: Folder, answers: dict[str, Result]) -> set[str]:
    called = _of_case(folder) if isinstance(folder, Case) else _of_request(folder)
    hark = answers.get(_HARK)
    if hark is not None and _says_yes(hark):
        called |= {"home", "sexual"}
    return called


def protected(case: Case) -> Iterator[str]:
    """Somebody already began what protects from violence."""
    begun = (Exists(model._default_manager.filter(**within(case))) for model in (LegalClock, SafetyPlan, Child))
    if any(Case.objects.filter(pk=case.pk).values_list(*begun).get()):
        yield _("bagian perlindungan sudah dipakai")


def _says_yes(hark: Result) -> bool:
    """One yes is enough, also where the rest was not asked and nothing could be added up."""
    scored = hark.scored
    if scored is None:
        return False
    return (scored.total or 0) > 0 or any(one.known and one.level in _GRAVE for one in scored.findings)


def _of_request(request: Request) -> set[str]:
    """What the asker ticked, or a worker noted when they entered it."""
    return {call for field in request.fields for call in _OF_FIELD.get(field, ())}


def _of_case(case: Case) -> set[str]:
    terms = CaseCategory.objects.filter(case=case, until=None).values_list("term__code", flat=True)
    kinds = Risk.objects.filter(case=case, ended_on=None, kind__in=[*_OF_RISK]).values_list("kind", flat=True)
    return {call for fact in terms.union(kinds) for call in _OF_FACT.get(fact, ())}


def proposals(called: set[str], clocks: list[LegalClock]) -> list[Law]:
    """Those that the facts call for and that nobody has begun, met or stopped on this case."""
    known = {one.law for one in clocks}
    return [
        law
        for law in LAWS.values()
        if law.calls & called and law.code not in known and (not law.after or law.after in known)
    ]


def companion_wish(folder: Folder) -> str:
    """Of which sex the client asked the companion to be, in words; "" where nothing was asked or may be seen."""
    request_id = folder.request_id if isinstance(folder, Case) else folder.pk
    if request_id is None:
        return ""
    asked = Request.objects.filter(pk=request_id).exclude(wants_sex="").only("wants_sex").first()
    return str(asked.get_wants_sex_display()) if asked else ""
