"""The public pages that explain: what one can ask for, how it goes, who answers, what happens with the answers."""

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.entry.intake.queries import consent_texts


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    page = {"quick_exit": True, "counselling": apps.is_installed("rangkul.support.counselling")}
    return render(request, "site/front.html", page)


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    return render(request, "site/how.html", {"quick_exit": True})


@require_safe
def social_worker(request: HttpRequest) -> HttpResponse:
    return render(request, "site/social_worker.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "site/privacy.html", {"texts": consent_texts()})


@require_safe
def traces(request: HttpRequest) -> HttpResponse:
    return render(request, "site/traces.html", {"quick_exit": True})
