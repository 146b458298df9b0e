"""The crisis board: one page that a worker leaves open. It is fetched again when something happens."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.entry.crisis import hooks, queries

# Ten looks: a unit with more red ones than that works from its queue.
_FURTHEST = queries.MOST * 10


def _page(request: HttpRequest) -> dict:
    if not (request.asker.practises or request.asker.has("pimpinan")):
        raise PermissionDenied
    most = _wanted(request.GET.get("sampai", ""))
    rows = queries.board(request.asker, most)
    alarms = [one for look in hooks.also_red for one in look(request.asker)]
    return {
        "rows": rows,
        "alarms": alarms,
        "waiting": queries.waiting(rows) + sum(one.waits for one in alarms),
        "beyond": queries.beyond(request.asker, rows, most),
        "most": most,
        "next_most": min(most + queries.MOST, _FURTHEST),
    }


def _wanted(text: str) -> int:
    """How many the reader wishes to see, in steps of what one looks over."""
    number = int(text) if text.isdecimal() and len(text) < 5 else 0
    return min(max(-(-number // queries.MOST), 1) * queries.MOST, _FURTHEST)


def _beside(request: HttpRequest) -> dict:
    return {"calls": queries.calls_for(request.asker), "words_await": queries.awaits_review(request.asker)}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "crisis/board.html", _page(request) | _beside(request))


@require_safe
def rows(request: HttpRequest) -> HttpResponse:
    return render(request, "crisis/board_rows.html", _page(request))
