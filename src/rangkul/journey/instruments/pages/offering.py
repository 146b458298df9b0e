"""Offer an instrument to the client's own telephone, and take the offer back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.forms.sending import send
from rangkul.journey.instruments import actions, alone, queries
from rangkul.journey.instruments.pages.forms import OfferForm
from rangkul.journey.instruments.pages.frame import case_or_404, page, version_or_404
from rangkul.journey.instruments.states import OfferState

_A_WEEK = timedelta(days=7)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    case, version = case_or_404(request, case_id), version_or_404(request, version_id)
    by, verdict = request.asker, alone.verdict(case, version)
    initial = {"until": today(case.region_code) + _A_WEEK}
    form = OfferForm(request.POST or None, initial=initial, reason_needed=verdict.reason_needed)
    if request.method == "POST" and send(
        form, by, f"offer.{version.pk}", lambda words: actions.offer(by=by, case=case, version=version, **words)
    ):
        messages.success(request, _("Ditawarkan lewat tiket. Sampaikan kepada klien dengan cara yang aman."))
        return redirect("instruments:case", case.pk)
    words = {"version": version, "verdict": verdict, "form": form}
    return page(request, case, "offer", words, wrong=bool(form.errors))


@require_POST
def take_back(request: HttpRequest, case_id: UUID, offer_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    found = queries.offer_or_none(case, offer_id)
    if found is None:
        raise Http404
    was_open = queries.state_of(found) == OfferState.OPEN
    try:
        actions.take_back(by=request.asker, offer=found)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        said = _("Tawaran ditarik kembali. Klien tidak lagi melihatnya.") if was_open else _("Tidak ditunggu lagi.")
        messages.success(request, said)
    return redirect("instruments:case", case.pk)
