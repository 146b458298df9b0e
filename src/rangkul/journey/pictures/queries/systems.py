"""The ecomap of a case: the ties that stand, those that are over, and what the assessment knows besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rangkul.commons.people.models import HouseholdMember, Person
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.queries import institutions
from rangkul.journey.assessment.states import Effect
from rangkul.journey.cases.hooks import Offer
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Sector
from rangkul.journey.pictures.models import SystemTie
from rangkul.journey.pictures.states import System

# More in one circle than this is no household that anybody can read.
AT_HOME = 9
# Behind these ties stand organisations; relatives, friends and neighbours are persons of the case or nobody's concern.
_SECTORS = {
    System.SCHOOL: Sector.ACADEMICS,
    System.WORK: Sector.COMMUNITY,
    System.WORSHIP: Sector.COMMUNITY,
    System.LEISURE: Sector.COMMUNITY,
    System.HEALTH: Sector.GOVERNMENT,
    System.AID: Sector.GOVERNMENT,
    System.LAW: Sector.GOVERNMENT,
}


def system_ties_of(case: Case) -> list[SystemTie]:
    """Every tie ever recorded as it was corrected last, oldest first; those that are over have `ended_on`."""
    rows = SystemTie.objects.filter(case=case, corrections__isnull=True)
    return list(rows.select_related("key", "recorded_by", "ended_by").order_by("made_at", "id"))


def not_taken(case: Case) -> list[Institution]:
    """Institutions of the assessment that help or block and were never taken to the ecomap."""
    known = [one for one in institutions(case) if one.effect != Effect.UNKNOWN and not one.taken_back]
    if not known:
        return []
    taken = set(SystemTie.objects.filter(case=case).values_list("institution_id", flat=True))
    return [one for one in known if not {one.pk, one.corrects_id} & (taken - {None})]


def may_take_part(case: Case) -> Iterator[Offer]:
    """Organisations on the ecomap that have a name of their own, for the map of stakeholders."""
    for tie in system_ties_of(case):
        if tie.ended_on is None and tie.name and tie.system in _SECTORS:
            yield Offer("tie", tie.pk, tie.name, _SECTORS[System(tie.system)])


def household_of(case: Case) -> list[Person]:
    """Who lives in the circle in the middle, the client first, as far as the asker sees them."""
    found = [case.person] if case.person is not None else []
    home = case.household_id
    if home is None and case.person_id is not None:
        mine = HouseholdMember.objects.filter(person_id=case.person_id, until__isnull=True).order_by("made_at")
        home = mine.values_list("household_id", flat=True).first()
    if home is not None:
        rows = HouseholdMember.objects.filter(household_id=home, until__isnull=True, person__erased_at__isnull=True)
        found += [row.person for row in rows.select_related("person").order_by("-is_head", "made_at", "id")]
    return list(_each_once(found))


def _each_once(persons: Iterable[Person]) -> list[Person]:
    return list({person.pk: person for person in persons}.values())
