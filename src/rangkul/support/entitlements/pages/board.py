"""The list of programmes for workers, and what runs on their desk."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.commons.people.states import Role
from rangkul.support.entitlements import queries
from rangkul.support.entitlements.programmes import programmes


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not request.asker.practises:
        raise PermissionDenied
    words = {
        "rows": [(row, queries.due_of(row)) for row in queries.on_desk(request.asker)],
        "programmes": programmes().values(),
        "supervises": request.asker.has(Role.SUPERVISOR),
    }
    return render(request, "entitlements/board.html", words)


@require_GET
def programme(request: HttpRequest, code: str) -> HttpResponse:
    if code not in programmes():
        raise Http404
    found = programmes()[code]
    crumbs = [{"label": _("Hak dan bantuan"), "url": reverse("entitlements:board")}, {"label": found.name, "url": ""}]
    words = {"programme": found, "conditions": queries.conditions(found), "crumbs": crumbs}
    return render(request, "entitlements/programme.html", words)
