"""The supervisor's board: the exceptions of the unit first, then what waits for a signature, then the load."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, DateTimeField, DurationField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Now

from rangkul.base import clock
from rangkul.base.asking import PRACTICE_ROLES, Asker
from rangkul.base.paging import with_number
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import OPEN
from rangkul.journey.cases.models import Case, Escalation
from rangkul.journey.cases.queries import as_rows, late_cases, waiting_signatures
from rangkul.journey.cases.states import HIGH

SHOWN = 7
_DAY = Value(timedelta(days=1), output_field=DurationField())


@dataclass(frozen=True)
class Part:
    """The first rows of a part of the board, and how many `more` there are."""

    rows: list
    more: int


def _part(found: list) -> Part:
    return Part(found, found[0].in_all - len(found) if found else 0)


@dataclass(frozen=True)
class Load:
    """What one worker carries. Shown by name in alphabetical order, never as a ranking (A31)."""

    staff: Staff
    cases: int
    high: int
    requests: int
    late: int


def late_requests(asker: Asker) -> Part:
    return _part(_late_requests(asker.unit_id, clock.now()))


@ready
def _late_requests(unit_id: UUID, moment: datetime) -> QuerySet[Request]:
    rows = Request.objects.filter(unit_id=unit_id, state__in=OPEN, due_at__lt=moment)
    return with_number(rows).select_related("key", "owner").order_by("due_at", "id")[:SHOWN]


def signatures(asker: Asker) -> Part:
    return _part(waiting_signatures(asker, limit=SHOWN))


def _open(unit_id: UUID) -> QuerySet[Case]:
    return as_rows(Case.objects.filter(unit_id=unit_id, state="open"))


@dataclass(frozen=True)
class Overdue:
    """A case with a date that has passed; `climbs` says what is late and who was told by the clock."""

    case: Case
    climbs: list[Escalation]


def overdue_cases(asker: Asker) -> Part:
    """Two queries: the cases, and what the clock told about them."""
    found = late_cases(asker, SHOWN)
    rows = Escalation.objects.filter(case__in=[case.pk for case in found], settled_at=None)
    climbs: dict = {}
    for row in rows.select_related("told", "acknowledged_by").order_by("due_at", "step"):
        climbs.setdefault(row.case_id, {})[row.kind, row.matter] = row
    return Part([Overdue(case, list(climbs.get(case.pk, {}).values())) for case in found], _part(found).more)


def grave_cases(asker: Asker) -> Part:
    return _part(_grave(asker.unit_id))


@ready
def _grave(unit_id: UUID) -> QuerySet[Case]:
    rows = with_number(_open(unit_id).filter(level__in=HIGH))
    return rows.order_by("level", F("next_due_at").asc(nulls_first=True))[:SHOWN]


def quiet_cases(asker: Asker) -> Part:
    """Open cases whose last contact is longer ago than agreed with the client, longest first."""
    return _part(_quiet(asker.unit_id))


@ready
def _quiet(unit_id: UUID) -> QuerySet[Case]:
    last = Coalesce("last_contact_at", "opened_at")
    agreed = ExpressionWrapper(Now() - F("contact_days") * _DAY, output_field=DateTimeField())
    rows = _open(unit_id).annotate(last=last).filter(last__lt=agreed)
    return with_number(rows).order_by("last")[:SHOWN]


def loads(asker: Asker) -> list[Load]:
    """Two grouped counts over the unit's open rows, joined with its people."""
    cases = {worker: (n, high) for worker, n, high in _cases_of_each(asker.unit_id)}
    requests = {owner: (n, late) for owner, n, late in _requests_of_each(asker.unit_id)}
    return [
        Load(member, *cases.get(member.pk, (0, 0)), *requests.get(member.pk, (0, 0)))
        for member in _members(asker.unit_id)
        if not PRACTICE_ROLES.isdisjoint(member.roles)
    ]


@ready
def _cases_of_each(unit_id: UUID) -> QuerySet:
    rows = Case.objects.filter(unit_id=unit_id, state="open").values_list("worker_id")
    return rows.annotate(n=Count("id"), high=Count("id", filter=Q(level__in=HIGH))).order_by()


@ready
def _requests_of_each(unit_id: UUID) -> QuerySet:
    rows = Request.objects.filter(unit_id=unit_id, state__in=OPEN).values_list("owner_id")
    return rows.annotate(n=Count("id"), late=Count("id", filter=Q(due_at__lt=Now()))).order_by()


@ready
def _members(unit_id: UUID) -> QuerySet[Staff]:
    rows = Staff.objects.filter(unit_id=unit_id, is_active=True)
    return rows.only("full_name", "roles", "on_duty").order_by("full_name")
