"""The coordinator's desk: what waits, what is late, whom one may ask again, and what nobody could give."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.commons.people.states import Role
from rangkul.support.referral import hooks, queries
from rangkul.support.referral.queries.answered import MOST

# Nobody turns so many pages; it bounds what an address may ask of the database.
_LAST = 10_000


def _home() -> dict[str, str]:
    return {"label": _("Rujukan"), "url": reverse("referrals:board")}


def _page_asked(request: HttpRequest) -> int:
    asked = request.GET.get("halaman", "")
    return min(max(int(asked), 1), _LAST) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1


def _practises(request: HttpRequest) -> None:
    if not request.asker.practises:
        raise PermissionDenied


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Who leads an agency sees no files: the table of what is missing is theirs, and the rest is empty."""
    practises = request.asker.practises
    if not practises and not request.asker.has(Role.HEAD):
        raise PermissionDenied
    page = _page_asked(request)
    board = queries.board(request.asker, page) if practises else None
    words = {
        "board": board,
        "on_their_way": hooks.on_their_way(board.unanswered) if board else (),
        "page": page,
        "partners": queries.partners() if practises else [],
        "supervises": request.asker.has(Role.SUPERVISOR),
    }
    return render(request, "referral/board.html", words)


@require_GET
def partner(request: HttpRequest, organization_id: UUID) -> HttpResponse:
    _practises(request)
    return _partner(request, organization_id=organization_id)


@require_GET
def typed_partner(request: HttpRequest) -> HttpResponse:
    """A receiver that is in no list, by the name under which it was written."""
    _practises(request)
    return _partner(request, receiver=request.GET.get("nama", "").replace("\x00", "")[:160])


def _partner(request: HttpRequest, **whom: Any) -> HttpResponse:
    page = _page_asked(request)
    rows = queries.sent_to(**whom, page=page)
    if not rows:
        raise Http404
    record = queries.record_of(**whom)
    words = {
        "name": rows[0].row.receiver,
        "rows": rows,
        "on_their_way": hooks.on_their_way(one.row for one in rows),
        "record": record,
        "page": page,
        "more": record.asked - (page - 1) * MOST - len(rows),
        "crumbs": [_home(), {"label": rows[0].row.receiver, "url": ""}],
    }
    return render(request, "referral/partner.html", words)
