"""The supervisor's board: the exceptions of the unit first, then what waits for a signature, then the load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, DateTimeField, DurationField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Now

from rangkul.base import clock
from rangkul.base.asking import PRACTICE_ROLES, Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import OPEN
from rangkul.journey.cases.models import Case, Escalation
from rangkul.journey.cases.queries import as_rows, late_cases
from rangkul.journey.cases.states import HIGH

LIMIT = 7
_DAY = Value(timedelta(days=1), output_field=DurationField())


@dataclass(frozen=True)
class Load:
    """What one worker carries. Shown by name in alphabetical order, never as a ranking (A31)."""

    staff: Staff
    cases: int
    high: int
    requests: int
    late: int


def late_requests(asker: Asker) -> list[Request]:
    rows = Request.objects.filter(unit_id=asker.unit_id, state__in=OPEN, due_at__lt=clock.now())
    return list(rows.select_related("key", "owner").order_by("due_at", "id")[:LIMIT])


def _cases(asker: Asker) -> QuerySet[Case]:
    return as_rows(Case.objects.filter(unit_id=asker.unit_id, state="open"))


@dataclass(frozen=True)
class Overdue:
    """A case with a date that has passed; `climbs` says what is late and who was told by the clock."""

    case: Case
    climbs: list[Escalation]


def overdue_cases(asker: Asker) -> list[Overdue]:
    """Two queries: the cases, and what the clock told about them."""
    found = late_cases(asker, LIMIT)
    rows = Escalation.objects.filter(case__in=[case.pk for case in found], settled_at=None)
    climbs: dict = {}
    for row in rows.select_related("told", "acknowledged_by").order_by("due_at", "step"):
        climbs.setdefault(row.case_id, {})[row.matter] = row
    return [Overdue(case, list(climbs.get(case.pk, {}).values())) for case in found]


def grave_cases(asker: Asker) -> list[Case]:
    return list(_cases(asker).filter(level__in=HIGH).order_by("level", F("next_due_at").asc(nulls_first=True))[:LIMIT])


def quiet_cases(asker: Asker) -> list[Case]:
    """Open cases whose last contact is longer ago than agreed with the client, longest first."""
    last = Coalesce("last_contact_at", "opened_at")
    agreed = ExpressionWrapper(Now() - F("contact_days") * _DAY, output_field=DateTimeField())
    return list(_cases(asker).annotate(last=last).filter(last__lt=agreed).order_by("last")[:LIMIT])


def loads(asker: Asker) -> list[Load]:
    """Two grouped counts over the unit's open rows, joined with its people."""
    open_cases = Case.objects.filter(unit_id=asker.unit_id, state="open").values("worker_id")
    cases = {
        row["worker_id"]: row
        for row in open_cases.annotate(n=Count("id"), high=Count("id", filter=Q(level__in=HIGH))).order_by()
    }
    open_requests = Request.objects.filter(unit_id=asker.unit_id, state__in=OPEN).values("owner_id")
    requests = {
        row["owner_id"]: row
        for row in open_requests.annotate(n=Count("id"), late=Count("id", filter=Q(due_at__lt=Now()))).order_by()
    }
    rows = Staff.objects.filter(unit_id=asker.unit_id, is_active=True)
    staff = rows.only("full_name", "roles", "on_duty").order_by("full_name")
    return [
        Load(
            member,
            cases.get(member.pk, {}).get("n", 0),
            cases.get(member.pk, {}).get("high", 0),
            requests.get(member.pk, {}).get("n", 0),
            requests.get(member.pk, {}).get("late", 0),
        )
        for member in staff
        if not PRACTICE_ROLES.isdisjoint(member.roles)
    ]
