"""The crisis board: one page that a worker leaves open. It is fetched again when something happens."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.entry.crisis import queries


def _page(request: HttpRequest) -> dict:
    if not (request.asker.practises or request.asker.has("pimpinan")):
        raise PermissionDenied
    rows = queries.board(request.asker)
    return {"rows": rows, "waiting": queries.waiting(rows)}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "crisis/board.html", _page(request) | {"calls": queries.calls_for(request.asker)})


@require_safe
def rows(request: HttpRequest) -> HttpResponse:
    return render(request, "crisis/board_rows.html", _page(request))
