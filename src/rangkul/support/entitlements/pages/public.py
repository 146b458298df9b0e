"""What anybody reads about programmes: without an account, without scripts, on a small telephone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.support.entitlements import queries
from rangkul.support.entitlements.programmes import programmes

_STRIP = {"problems": (), "area": "", "quick_exit": True}


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "entitlements/public.html", {"programmes": programmes().values(), **_STRIP})


@require_safe
def shown(request: HttpRequest, code: str) -> HttpResponse:
    if code not in programmes():
        raise Http404
    found = programmes()[code]
    words = {"programme": found, "conditions": queries.conditions(found), **_STRIP}
    return render(request, "entitlements/public_one.html", words)
