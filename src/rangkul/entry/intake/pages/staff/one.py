"""The page of one request: what was said, why it is urgent, how to reach the person, what was decided."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.base import readings
from rangkul.base.asking import Asker
from rangkul.entry.intake import queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff import forms
from rangkul.entry.intake.pages.staff.contact import safe_contact
from rangkul.entry.intake.pages.staff.kinds import possible
from rangkul.entry.intake.pages.staff.matching import likely, proposed_name
from rangkul.entry.intake.pages.staff.past import timeline


@require_safe
def request_page(http: HttpRequest, pk: UUID) -> HttpResponse:
    request = queries.get(pk)
    readings.read_file("request", pk, why=_why(http.asker, request))
    return show(http, request)


@require_safe
def news(http: HttpRequest, pk: UUID) -> HttpResponse:
    """What happened, for fetching again when somebody else wrote."""
    request = queries.get(pk)
    return render(http, "intake/request/past.html", {"request_row": request, "past": timeline(request)})


def _why(asker: Asker, request: Request) -> str:
    if request.owner_id == asker.staff_id:
        return "owner"
    return "unit" if request.unit_id == asker.unit_id and asker.practises else "grant"


def show(http: HttpRequest, request: Request, status: int = 200, **changed: Any) -> HttpResponse:
    contact = queries.contact_of(request)
    ruled = queries.rulings_of(request)
    page = {
        "request_row": request,
        "contact": contact,
        "safe": safe_contact(request, contact),
        "triage": ruled.get("triage"),
        "routing": ruled.get("routing"),
        "past": timeline(request),
        "decisions": possible(request),
        "people": likely(http.asker, request) if request.is_open or request.person_id else [],
        "may_acknowledge": request.escalations.filter(acknowledged_at__isnull=True).exists(),
        "level": forms.LevelForm(initial={"level": request.level}, prefix="tingkat"),
        "assign": forms.AssignForm(request=request, initial={"owner": request.owner_id}, prefix="petugas"),
        "message": forms.MessageForm(),
        "register": forms.RegisterForm(initial={"full_name": proposed_name(request, contact)}),
        **changed,
    }
    return render(http, "intake/request/page.html", page, status=status)
