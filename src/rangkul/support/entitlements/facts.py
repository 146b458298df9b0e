"""What the file of a case knows for the rules: ages at home, groups, what was asked, who is expecting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from rangkul.base import days
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.people import queries as people
from rangkul.commons.people.models import HouseholdMember, Person, Pregnancy
from rangkul.commons.people.states import Outcome
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements.models import Known
from rangkul.support.entitlements.rules import Facts, Said
from rangkul.support.entitlements.states import PAPERS, Answer, Asked

# Groups of the taxonomy that say by themselves that somebody lives with a disability.
_WITH_DISABILITY = frozenset({"PPKS-05", "PPKS-09"})


def facts_of(case: Case) -> Facts:
    today = days.today(case.region_code)
    home = _home(case)
    groups = frozenset(CaseCategory.objects.filter(case=case, until=None).values_list("term__code", flat=True))
    said = {row.name: Said(row.answer, row.on) for row in newest(case)}
    if Asked.PREGNANT not in said and _expecting([one.pk for one in home or ()]):
        said[Asked.PREGNANT] = Said(Answer.YES, today)
    if Asked.DISABILITY not in said and groups & _WITH_DISABILITY:
        said[Asked.DISABILITY] = Said(Answer.YES, today)
    ages = None if home is None else tuple(_age(one, today) for one in home)
    own = _age(case.person, today) if case.person_id else None
    return Facts(today=today, age=own, home=ages, groups=groups, said=said)


# As the list of services calls the answers.
_STANDING = {
    Answer.YES: "registered", Answer.NO: "not_registered", Answer.PROPOSED: "proposed", Answer.OBJECTED: "objected",
}  # fmt: skip


def for_services(case: Case) -> dict[str, Any]:
    """The last answers to whether they stand in the register and which papers they have, each with its day: who looks
    for services asks it too."""
    rows = Known.objects.filter(case=case, name__in=[Asked.DTSEN, *PAPERS]).select_related("key").order_by("made_at")
    last = {row.name: row for row in rows}
    row = last.pop(Asked.DTSEN, None)
    known = _STANDING.get(Answer(row.answer)) if row and row.answer in Answer.values else None
    papers = {PAPERS[Asked(name)]: (one.answer == Answer.YES, one.on, False) for name, one in last.items()}
    found: dict[str, Any] = {"dtsen": known, "dtsen_on": row.on} if row and known else {}
    return found | ({"documents": papers} if papers else {})


def newest(case: Case) -> Iterable[Known]:
    """The last answer to each question."""
    rows = Known.objects.filter(case=case).select_related("key", "by").order_by("made_at")
    return {row.name: row for row in rows}.values()


def _home(case: Case) -> list[Person] | None:
    """Whoever lives with the client today, the client too; None where nobody wrote that down."""
    if case.person_id:
        households: set[UUID] = {one.household_id for one in people.households_of(case.person)}
    else:
        households = {case.household_id} if case.household_id else set()
    rows = HouseholdMember.objects.filter(household__in=households, until=None).select_related("person")
    found = {row.person_id: row.person for row in rows if not row.person.has_died}
    if case.person_id:
        found.setdefault(case.person_id, case.person)
    return list(found.values()) if households and rows else None


def _age(person: Person, today) -> int | None:
    return days.age_on(person.birth_date, today) if person.birth_date else None


def _expecting(mothers: list[UUID]) -> bool:
    return Pregnancy.objects.filter(mother__in=mothers, outcome=Outcome.EXPECTED).exists()


def labels() -> dict[str, str]:
    return {term.code: term.label for term in taxonomy.current(taxonomy.PPKS)}
