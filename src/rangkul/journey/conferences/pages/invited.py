"""Where a colleague was invited: the brief of the conference, not the case."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.conferences import queries
from rangkul.journey.conferences.models import Invitation
from rangkul.journey.conferences.pages.seat import disagreed, dissent_form, noted, replied, words_of


def _crumbs(last: str = "") -> list[dict[str, str]]:
    first = {"label": _("Undangan pembahasan"), "url": reverse("conferences:invited") if last else ""}
    return [first, {"label": last, "url": ""}] if last else [first]


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    words = {"seats": queries.invited(request.asker), "crumbs": _crumbs()}
    return render(request, "conferences/invited.html", words)


def _mine(request: HttpRequest, conference_id: UUID) -> Invitation:
    seat = queries.seat_of(request.asker, conference_id)
    if seat is None:
        raise Http404
    return seat


@require_GET
def table(request: HttpRequest, conference_id: UUID) -> HttpResponse:
    seat = _mine(request, conference_id)
    noted(seat)
    return _page(request, seat)


def _page(request: HttpRequest, seat: Invitation, dissent=None) -> HttpResponse:
    words = words_of(seat, dissent) | {"crumbs": _crumbs(_("Meja pembahasan"))}
    return render(request, "conferences/table.html", words, status=422 if dissent else 200)


@require_POST
def answer(request: HttpRequest, conference_id: UUID) -> HttpResponse:
    replied(request, _mine(request, conference_id))
    return redirect("conferences:table", conference_id=conference_id)


@require_POST
def disagree(request: HttpRequest, conference_id: UUID) -> HttpResponse:
    seat = _mine(request, conference_id)
    form = dissent_form(request, seat)
    if send(form, request.asker, f"dissent.{seat.pk}", lambda words: disagreed(request, seat, words)):
        return redirect("conferences:table", conference_id=conference_id)
    return _page(request, seat, form)
