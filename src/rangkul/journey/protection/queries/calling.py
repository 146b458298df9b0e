"""Which facts of a case call for which clocks. It proposes; a person begins."""

from __future__ import annotations

from rangkul.entry.intake.models import Request
from rangkul.journey.assessment.models import CaseCategory, Risk
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.queries import results
from rangkul.journey.instruments.queries.results import Result
from rangkul.journey.protection.laws import LAWS, Law
from rangkul.journey.protection.models import LegalClock

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
_OF_FACT = _OF_TERM | _OF_RISK
# Sexual violence is one of its questions; which answer was yes is the worker's to read.
_HARK = "hark"
ASKED = (_HARK, "dv_danger_own")


def last_answers(case: Case) -> dict[str, Result]:
    """The newest filling of each instrument about violence."""
    found: dict[str, Result] = {}
    for one in results(case):
        found.setdefault(one.administration.version.instrument.key, one)
    return {key: found[key] for key in ASKED if key in found}


def calls_of(case: Case, answers: dict[str, Result]) -> set[str]:
    terms = CaseCategory.objects.filter(case=case, until=None).values_list("term__code", flat=True)
    kinds = Risk.objects.filter(case=case, ended_on=None, kind__in=[*_OF_RISK]).values_list("kind", flat=True)
    called = {call for fact in terms.union(kinds) for call in _OF_FACT.get(fact, ())}
    hark = answers.get(_HARK)
    if hark is not None and hark.scored is not None and (hark.scored.total or 0) > 0:
        called |= {"home", "sexual"}
    return called


def proposals(called: set[str], clocks: list[LegalClock]) -> list[Law]:
    """Those that the facts call for and that nobody has begun, met or stopped on this case."""
    known = {one.law for one in clocks}
    return [
        law
        for law in LAWS.values()
        if law.calls & called and law.code not in known and (not law.after or law.after in known)
    ]


def companion_wish(case: Case) -> str:
    """Of which sex the client asked the companion to be, in words; "" where nothing was asked or may be seen."""
    if case.request_id is None:
        return ""
    asked = Request.objects.filter(pk=case.request_id).exclude(wants_sex="").only("wants_sex").first()
    return str(asked.get_wants_sex_display()) if asked else ""
