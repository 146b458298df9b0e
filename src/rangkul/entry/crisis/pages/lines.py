"""Every help line on one page: who answers now, for what, at what cost, and what to do when nobody does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rangkul.base.clock import ABBREVIATION, WIB, WIT, WITA, now
from rangkul.entry.crisis import queries

# What stands in the address, so that nothing needs to be kept in the browser.
ZONES = {"wib": WIB, "wita": WITA, "wit": WIT}


@require_safe
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("zona", "")
    reader = ZONES.get(asked, WIB)
    offers = queries.every_line(reader)
    page = {
        "answering": [one for one in offers if one.sure],
        "unsure": [one for one in offers if one.open is not False and not one.sure],
        "closed": [one for one in offers if one.open is False],
        "here": now(),
        "zone": ABBREVIATION[reader.key],
        "zones": [_zone(code, asked) for code in ZONES],
        "quick_exit": True,
    }
    with timezone.override(reader):
        return render(request, "crisis/lines.html", page)


def _zone(code: str, asked: str) -> dict:
    # The hours between a zone and UTC let a script find the one that the telephone keeps.
    hours = now().astimezone(ZONES[code]).utcoffset().total_seconds() / 3600
    return {"code": code, "name": code.upper(), "hours": int(hours), "current": code == (asked or "wib")}
