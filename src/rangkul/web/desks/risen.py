"""One page for what came up to somebody above and belongs to no case."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import risen_between
from rangkul.web.desks.between import shown


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """A POST takes care of one matter."""
    if request.method == "POST":
        _take(request)
        return redirect("desks:risen")
    rows = [
        {"row": row, "url": shown[row.kind].url, "open": list(shown[row.kind].open(row))}
        for row in risen_between(request.asker, list(shown))
    ]
    return render(request, "desks/risen.html", {"rows": rows})


def _take(request: HttpRequest) -> None:
    try:
        wanted = UUID(request.POST.get("hal", ""))
    except ValueError:
        raise Http404 from None
    row = get_object_or_404(Escalation, pk=wanted, kind__in=list(shown), told_id=request.asker.staff_id)
    acknowledge_between(by=request.asker, escalation=row)
