"""A worker's open times, who took which, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.calendars import event, saved
from rangkul.base.forms.sending import send
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Slot
from rangkul.support.counselling.pages.forms import SlotForm
from rangkul.support.counselling.states import SlotState


@require_http_methods(["GET", "HEAD", "POST"])
def show(http: HttpRequest) -> HttpResponse:
    by = http.asker
    if not by.practises:
        raise PermissionDenied
    form = SlotForm(http.POST or None, by=by)
    if http.method == "POST" and send(form, by, "room.slots", lambda words: _offered(http, words)):
        messages.success(http, _("Waktu bicara dibuka. Klien memilihnya lewat tiket."))
        return redirect("counselling:slots")
    words = {"form": form, "slots": queries.slots_ahead(by), "now": clock.now()}
    return render(http, "counselling/my_slots.html", words, status=422 if form.errors else 200)


def _offered(http: HttpRequest, words: dict[str, Any]) -> Slot:
    return actions.offer_slots(by=http.asker, **words)


@require_safe
def calendar(http: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own that somebody took: when, and nothing of whom, because a telephone shows it to whoever looks."""
    slot = queries.slot(pk)
    if slot.staff_id != http.asker.staff_id or slot.state != SlotState.TAKEN:
        raise Http404
    lasts = timedelta(minutes=slot.minutes)
    return saved(event(slot.pk, slot.at, _("Janji bicara"), changed_at=slot.taken_at, lasts=lasts))


@require_POST
def cancel(http: HttpRequest, pk: UUID) -> HttpResponse:
    try:
        slot = actions.cancel_slot(by=http.asker, slot=queries.slot(pk), seen=_seen(http))
    except Refused as error:
        messages.error(http, error.message)
    else:
        if slot.request_id:
            messages.success(http, _("Dibatalkan. Klien membacanya lewat tiket dan boleh memilih waktu lain."))
    return redirect("counselling:slots")


def _seen(http: HttpRequest) -> UUID | None:
    """Whose time the page showed."""
    try:
        return UUID(http.POST.get("milik", ""))
    except ValueError:
        return None


@require_POST
def settle(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.settle_slot(by=http.asker, slot=queries.slot(pk), came=http.POST.get("jadi") == "1")
    return redirect("counselling:slots")
