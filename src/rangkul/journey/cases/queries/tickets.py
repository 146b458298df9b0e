"""The tickets of a case: which opens the client's view, and which is the client's own."""

from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from rangkul.base.asking import acting, job
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases.models import Case, CaseTicket
from rangkul.journey.cases.states import TicketHolder, TicketWay

_HOUSE = job("cases.of_request")

# Belongs to the case and opens nothing of it.
_OUTSIDE = Q(way=TicketWay.JOINED, holder=TicketHolder.ASKER)


def tickets_of(case: Case) -> QuerySet[CaseTicket]:
    """All that ever belonged to the case, those that stand first, the newest before the older ones."""
    rows = CaseTicket.objects.filter(case=case).select_related(
        "request__key", "request__person", "given_by", "ended_by"
    )
    return rows.order_by("-ended_at", "-made_at", "-id")


def tied_to(case: Case) -> frozenset[UUID]:
    """Ids of the workers who said that they are tied to the person of a request of the case, also of one that
    joined it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_tied(%s)", [case.pk])
        return frozenset(staff_id for (staff_id,) in cursor.fetchall())


def has_ticket(case: Case) -> bool:
    """Whether somebody holds a ticket that opens this case."""
    return CaseTicket.objects.filter(case=case, ended_at=None).exclude(_OUTSIDE).exists()


def clients_request(case: Case) -> Request | None:
    """The request whose ticket the client holds themself, the newest; None where only somebody else has one."""
    held = CaseTicket.objects.filter(case=case, ended_at=None, holder=TicketHolder.CLIENT)
    mine = Request.objects.filter(pk__in=held.values("request_id"), for_whom__in=[ForWhom.SELF, ForWhom.UNKNOWN])
    return mine.select_related("key").order_by("-made_at").first()


def is_a_case_now(request: Request) -> bool:
    """Whether a case was opened from it, also one that the asker does not see."""
    with acting(_HOUSE):
        return Case.objects.filter(request=request).exists()


def case_of_ticket(request: Request) -> Case | None:
    """The case that this ticket belongs to now, as far as the asker sees it."""
    rows = Case.objects.filter(tickets__request=request, tickets__ended_at=None)
    return rows.select_related("key", "worker", "unit").first()


def case_behind(request_id: UUID | None) -> Case | None:
    """The case into which goes what is said with the holder of this ticket. What is said with who asked for somebody
    whose case ran already stays with their request: the client reads the case."""
    rows = CaseTicket.objects.filter(request=request_id, ended_at=None).exclude(_OUTSIDE)
    return Case.objects.select_related("key").filter(pk__in=rows.values("case_id")).first()


def for_client(case: Case) -> bool:
    """For the holder of a ticket: whether what is the client's alone is theirs to read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_for_client(%s)", [case.pk])
        return cursor.fetchone()[0]
