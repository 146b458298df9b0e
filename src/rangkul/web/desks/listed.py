"""What came up to somebody above because entries of the list of services grew old under their keeper."""

from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import risen_between
from rangkul.web.desks.old_services import KIND


@require_http_methods(["GET", "HEAD", "POST"])
def old(request: HttpRequest) -> HttpResponse:
    """A POST takes care of one matter."""
    if not apps.is_installed("rangkul.commons.directory"):
        raise Http404
    if request.method == "POST":
        _take(request)
        return redirect("desks:old_services")
    from rangkul.commons.directory import queries

    rows = [
        {"row": row, "services": list(queries.due_for(row.matter, days.today())[:30])}
        for row in risen_between(request.asker, [KIND])
    ]
    return render(request, "desks/old_services.html", {"rows": rows})


def _take(request: HttpRequest) -> None:
    try:
        wanted = UUID(request.POST.get("hal", ""))
    except ValueError:
        raise Http404 from None
    row = get_object_or_404(Escalation, pk=wanted, kind=KIND, told_id=request.asker.staff_id)
    acknowledge_between(by=request.asker, escalation=row)
