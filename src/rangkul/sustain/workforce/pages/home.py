"""Supervision as either of the two finds it: whom with, what is next, what is late."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.days import today
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.models import FollowUp, Practicum, Session
from rangkul.sustain.workforce.pages.forms.session import SignForm
from rangkul.sustain.workforce.states import MatterKind, Readers, SessionState


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    by = request.asker
    pairs = queries.pairs_of(by) if by.practises else []
    words = {
        "told": risen_between(by, MatterKind.values),
        "supervised": [one for one in pairs if one.i_supervise and not one.over],
        "supervising": [one for one in pairs if not one.i_supervise and not one.over],
        "over": [one for one in pairs if one.over],
        "beginnable": queries.without_contract(by, pairs) if by.practises else [],
        "promises": _promises(request),
        "opened": _opened(request),
        "practises": by.practises,
        "practicums": _practicums(request),
        "students": _students(request),
        "once_form": SignForm(),
        "today": today(),
    }
    return render(request, "workforce/home.html", words)


def _promises(request: HttpRequest) -> list[FollowUp]:
    """What the asker said they would do, the next date first."""
    rows = FollowUp.objects.filter(owner_id=request.asker.staff_id, state="open").order_by("due", "id")
    return list(rows.select_related("key", "session__supervisor", "session__worker", "case__person")[:30])


def _practicums(request: HttpRequest) -> list[Practicum]:
    """Those of the asker as instructor or student; the database shows no others."""
    rows = Practicum.objects.select_related("student", "instructor").order_by("state", "-begins")
    return list(rows[:30]) if request.asker.practises or request.asker.has("praktikan") else []


def _students(request: HttpRequest) -> list[Staff]:
    """Whom an instructor could begin with."""
    if not request.asker.has("supervisor", "peksos"):
        return []
    rows = Staff.objects.filter(agency_id=request.asker.agency_id, is_active=True, roles__contains=["praktikan"])
    running = Practicum.objects.filter(state="running").values("student")
    return list(rows.exclude(pk__in=running).order_by("full_name")[:30])


def _opened(request: HttpRequest) -> list[Session]:
    """Shared records that both opened to the head."""
    if not request.asker.has("pimpinan"):
        return []
    rows = Session.objects.filter(readers=Readers.HEAD, state=SessionState.SIGNED)
    return list(rows.select_related("supervisor", "worker").order_by("-at")[:30])


@require_POST
def begin(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Draft a contract with somebody; who of the two supervises follows from their roles."""
    me = get_object_or_404(Staff, pk=request.asker.staff_id)
    other = get_object_or_404(Staff, pk=staff_id)
    supervisor, worker = (me, other) if request.asker.has("supervisor") else (other, me)
    contract = actions.draft_contract(by=request.asker, supervisor=supervisor, worker=worker)
    return redirect("workforce:contract", contract_id=contract.pk)


@require_POST
def acknowledge(request: HttpRequest, overdue_id: UUID) -> HttpResponse:
    row = get_object_or_404(Escalation, pk=overdue_id, case=None)
    acknowledge_between(by=request.asker, escalation=row)
    return redirect("workforce:home")
