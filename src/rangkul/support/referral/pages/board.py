"""The coordinator's desk: what waits, what is late, whom one may ask again, and what nobody could give."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.commons.people.states import Role
from rangkul.support.referral import queries


def _home() -> dict[str, str]:
    return {"label": _("Rujukan"), "url": reverse("referrals:board")}


def _practises(request: HttpRequest) -> None:
    if not request.asker.practises:
        raise PermissionDenied


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Who leads an agency sees no files: the table of what is missing is theirs, and the rest is empty."""
    practises = request.asker.practises
    if not practises and not request.asker.has(Role.HEAD):
        raise PermissionDenied
    words = {
        "board": queries.board(request.asker) if practises else None,
        "partners": queries.partners() if practises else [],
        "supervises": request.asker.has(Role.SUPERVISOR),
    }
    return render(request, "referral/board.html", words)


@require_GET
def partner(request: HttpRequest, organization_id: UUID) -> HttpResponse:
    _practises(request)
    return _partner(request, queries.sent_to(organization_id=organization_id))


@require_GET
def typed_partner(request: HttpRequest) -> HttpResponse:
    """A receiver that is in no list, by the name under which it was written."""
    _practises(request)
    return _partner(request, queries.sent_to(receiver=request.GET.get("nama", "").replace("\x00", "")[:160]))


def _partner(request: HttpRequest, rows: list) -> HttpResponse:
    if not rows:
        raise Http404
    told = [one for one in rows if one.on_time is not None]
    words = {
        "name": rows[0].row.receiver,
        "rows": rows,
        "asked": len(rows),
        "judged": len(told),
        "on_time": sum(one.on_time for one in told),
        "crumbs": [_home(), {"label": rows[0].row.receiver, "url": ""}],
    }
    return render(request, "referral/partner.html", words)
