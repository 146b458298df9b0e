"""One file: the case with what its page always needs."""

from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base.asking import Asker
from rangkul.commons.trust.queries import held_by
from rangkul.journey.cases.models import Case, TeamMember


def get(case_id: UUID) -> Case:
    """The case with key, client, worker and unit. Raises Case.DoesNotExist where the asker does not see it."""
    return Case.objects.select_related("key", "person", "household", "worker", "unit", "agency").get(pk=case_id)


def basis_of(asker: Asker, case: Case) -> str:
    """By what right the asker sees the case: the basis of a grant, else the standing right of supervision."""
    held = held_by(asker, "case").filter(subject_id=case.pk).order_by("valid_from").values_list("basis", flat=True)
    return held.first() or "supervision"


def team_of(case: Case) -> QuerySet[TeamMember]:
    """Who is on the case now, the responsible worker first."""
    now = TeamMember.objects.filter(case=case, until=None).select_related("staff")
    return now.order_by("since", "id")


def beside(case: Case) -> QuerySet[Case]:
    """Other cases that touch the same people or household, as far as the asker may see them (A24)."""
    people = case.people.filter(until=None).values("person_id")
    same = Q(people__person_id__in=people) | Q(person_id__in=people)
    if case.household_id:
        same |= Q(household_id=case.household_id)
    others = Case.objects.filter(same).exclude(pk=case.pk).select_related("person", "household")
    return others.distinct().order_by("-opened_at")[:5]
