"""The queue: a to-do list that is alive. The page and the fetch of a live change draw the same list."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.paging import AFTER, after_row, row_mark
from rangkul.entry.intake import actions, policy, queries
from rangkul.entry.intake.queries import Wanted
from rangkul.entry.intake.states import UNASKED, Level, Via

TABS = (
    ("open", _("Semua")),
    ("new", _("Perlu keputusan")),
    ("info", _("Menunggu jawaban")),
    ("wait", _("Daftar tunggu")),
    ("referred", _("Dirujuk")),
    ("closed", _("Selesai")),
)
_VIEW, _LEVEL, _VIA, _MINE = "tampil", "tingkat", "lewat", "milik"


@require_safe
def queue_page(request: HttpRequest) -> HttpResponse:
    if not policy.may_see_queue(by=request.asker):
        raise PermissionDenied
    wanted = read(request)
    found = queries.queue(request.asker, wanted)
    page: dict[str, Any] = {
        "page": found,
        "wanted": wanted,
        "here": _address(wanted, after=wanted.after),
        "all": _address(Wanted(view=wanted.view)),
        "older": _address(wanted, after=found.more) if found.more else "",
        "newer": _address(wanted) if wanted.after else "",
        "risen": queries.risen_to(request.asker),
        "tabs": [
            {"label": label, "url": _address(Wanted(view=view)), "current": view == wanted.view,
             "count": found.counts.get(view)} for view, label in TABS
        ],
    }  # fmt: skip
    if request.headers.get("X-Rangkul-Live"):
        return render(request, "intake/queue/live.html", page)
    page |= {"levels": Level.choices, "vias": [one for one in Via.choices if one[0] not in UNASKED]}
    return render(request, "intake/queue/page.html", page)


@require_safe
def told(request: HttpRequest) -> HttpResponse:
    """What stands above every work page while somebody waits for the reader's word; for fetching again."""
    return render(request, "intake/queue/told.html", {"told": queries.told(request.asker)})


@require_POST
def duty(request: HttpRequest) -> HttpResponse:
    """The worker begins or ends to be on duty: whoever is, is given what comes in."""
    actions.change_duty(by=request.asker, staff=request.user, on_duty=request.POST.get("bertugas") == "1")
    return redirect("intake:queue")


def read(request: HttpRequest) -> Wanted:
    """The filters of the address; what cannot be read counts as not asked for."""
    given = request.GET
    view = given.get(_VIEW, "open")
    return Wanted(
        view=view if view in dict(TABS) else "open",
        level=given.get(_LEVEL, ""),
        via=given.get(_VIA, ""),
        mine=given.get(_MINE) == "1",
        after=after_row(request),
    )


def _address(wanted: Wanted, after: tuple[datetime, UUID] | None = None) -> str:
    asked = {
        _VIEW: wanted.view if wanted.view != "open" else "",
        _LEVEL: wanted.level,
        _VIA: wanted.via,
        _MINE: "1" if wanted.mine else "",
        AFTER: row_mark(*after) if after else "",
    }
    words = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('intake:queue')}?{words}" if words else reverse("intake:queue")
