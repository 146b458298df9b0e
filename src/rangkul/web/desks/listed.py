"""What came up to somebody above because whoever was named for it let it grow old: entries of the list of services,
agreements with other houses."""

from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import risen_between
from rangkul.web.desks import old_services, partner_days


@require_http_methods(["GET", "HEAD", "POST"])
def old(request: HttpRequest) -> HttpResponse:
    """A POST takes care of one matter."""
    if not apps.is_installed("rangkul.commons.directory"):
        raise Http404
    if request.method == "POST":
        _take(request, old_services.KIND)
        return redirect("desks:old_services")
    from rangkul.commons.directory import queries

    rows = [
        {"row": row, "services": list(queries.due_for(row.matter, days.today())[:30])}
        for row in risen_between(request.asker, [old_services.KIND])
    ]
    return render(request, "desks/old_services.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def agreements(request: HttpRequest) -> HttpResponse:
    """Agreements with other houses that end under whoever was named for them. A POST takes care of one."""
    if not partner_days.there():
        raise Http404
    if request.method == "POST":
        _take(request, partner_days.KIND)
        return redirect("desks:partner_days")
    from rangkul.tell.exchange.models import Agreement

    rows = risen_between(request.asker, [partner_days.KIND])
    known = Agreement.objects.select_related("peer").in_bulk([row.matter for row in rows])
    found = [{"row": row, "agreement": known[row.matter]} for row in rows if row.matter in known]
    return render(request, "desks/partner_days.html", {"rows": found})


def _take(request: HttpRequest, kind: str) -> None:
    try:
        wanted = UUID(request.POST.get("hal", ""))
    except ValueError:
        raise Http404 from None
    row = get_object_or_404(Escalation, pk=wanted, kind=kind, told_id=request.asker.staff_id)
    acknowledge_between(by=request.asker, escalation=row)
