"""One file: the case with what its page always needs."""

from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.trust import queries as trust
from rangkul.journey.cases.models import Appointment, Case, Partner, TeamMember
from rangkul.journey.cases.states import AppointmentState


def get(case_id: UUID) -> Case:
    """The case with key, client, worker and unit. Raises Case.DoesNotExist where the asker does not see it."""
    found = _case.one(case_id)
    if found is None:
        raise Case.DoesNotExist
    return found


@ready
def _case(case_id: UUID) -> QuerySet[Case]:
    related = ("key", "person", "household", "worker", "unit", "agency")
    return Case.objects.filter(pk=case_id).select_related(*related)


def own_registrations() -> list[UUID]:
    """Every registration that was decided to be the holder of the ticket, who asked for themself; else none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_own_registrations()")
        return [row[0] for row in cursor.fetchall()]


def basis_of(asker: Asker, case: Case) -> str:
    """By what right the asker sees the case: the basis of a grant, else the standing right of supervision."""
    return trust.basis_of(asker, "case", case.pk) or "supervision"


def team_of(case: Case) -> list[TeamMember]:
    """Who is on the case now, the responsible worker first."""
    return _team(case.pk)


@ready
def _team(case_id: UUID) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(case_id=case_id, until=None).select_related("staff").order_by("since", "id")


def meetings(case: Case) -> list[Appointment]:
    """What is planned with the client, the next one first."""
    return _meetings(case.pk)


@ready
def _meetings(case_id: UUID) -> QuerySet[Appointment]:
    planned = Appointment.objects.filter(case_id=case_id, state=AppointmentState.PLANNED)
    return planned.select_related("key").order_by("at")


def partners_of(case: Case) -> list[Partner]:
    """Who takes part in the case now beside its team, whoever came first before."""
    return _partners(case.pk)


@ready
def _partners(case_id: UUID) -> QuerySet[Partner]:
    rows = Partner.objects.filter(case_id=case_id, until=None)
    return rows.select_related("key", "near__key", "near__person").order_by("made_at", "id")


def beside(case: Case) -> QuerySet[Case]:
    """Other cases that touch the same people or household, as far as the asker may see them (A24)."""
    people = case.people.filter(until=None).values("person_id")
    same = Q(people__person_id__in=people) | Q(person_id__in=people)
    if case.household_id:
        same |= Q(household_id=case.household_id)
    others = Case.objects.filter(same).exclude(pk=case.pk).select_related("person", "household")
    return others.distinct().order_by("-opened_at")[:5]
