"""Who is out, and until when: one's own visits, for a supervisor those of the unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import clock
from rangkul.journey.visits import queries


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    visits = queries.awaited(request.asker)
    words = {
        "visits": visits,
        "missing": {one.pk for one in visits if one.alarm_at <= clock.now()},
        "crumbs": [{"label": _("Hari ini"), "url": reverse("desks:today")}, {"label": _("Kunjungan rumah"), "url": ""}],
    }
    return render(request, "visits/today.html", words)
