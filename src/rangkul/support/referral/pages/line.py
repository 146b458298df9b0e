"""The waiting lists of the agency's own services."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.support.referral import queries


@require_GET
def show(request: HttpRequest, service_id: UUID | None = None) -> HttpResponse:
    if not request.asker.practises:
        raise PermissionDenied
    found = queries.lines(request.asker.agency_id)
    if service_id is not None:
        found = [one for one in found if one.service_id == service_id]
    home = {"label": _("Rujukan"), "url": reverse("referrals:board")}
    words = {"lines": found, "crumbs": [home, {"label": _("Daftar tunggu"), "url": ""}]}
    return render(request, "referral/lines.html", words)
