"""What was asked of me, what I asked, what everybody asks, and what came up to me."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.support.consultation import queries
from rangkul.support.consultation.pages.forms import SeekForm
from rangkul.support.consultation.pages.frame import practising
from rangkul.support.consultation.states import LATE_ARTICLE, LATE_QUESTION

_KINDS = (LATE_QUESTION, LATE_ARTICLE)


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    practising(request)
    words = {
        "desk": queries.desk(request.asker),
        "told": risen_between(request.asker, _KINDS),
        "stale": queries.to_review(request.asker) if request.asker.has("supervisor") else [],
        "seek": SeekForm(),
    }
    return render(request, "consultation/home.html", words)


@require_POST
def acknowledge(request: HttpRequest, overdue_id: UUID) -> HttpResponse:
    row = get_object_or_404(Escalation, pk=overdue_id, case=None, kind__in=_KINDS)
    acknowledge_between(by=request.asker, escalation=row)
    return redirect("consultation:home")
