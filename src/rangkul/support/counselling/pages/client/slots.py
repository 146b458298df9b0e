"""Picking a time to speak, moving it, giving it back: for the holder of a ticket, by the clock of their own place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.calendars import event, saved
from rangkul.base.clock import zone
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import for_ticket
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Slot
from rangkul.support.counselling.states import SlotState

View = Callable[..., HttpResponse]


def holding(view: View) -> View:
    @never_cache
    def run(http: HttpRequest, **where: UUID) -> HttpResponse:
        if http.asker.kind != "ticket":
            return redirect("portal:door")
        mine = for_ticket(http.asker)
        with timezone.override(zone(mine.region_code)):
            return view(http, mine, **where)

    return run


def _page(http: HttpRequest, mine: Request, error: str = "") -> HttpResponse:
    words = {
        "mine": queries.slot_of(mine.pk),
        "slots": queries.open_slots(),
        "error": error,
        "area": mine.region_code,
        "problems": [],
        "quick_exit": True,
    }
    return render(http, "counselling/slots.html", words, status=422 if error else 200)


@require_safe
@holding
def show(http: HttpRequest, mine: Request) -> HttpResponse:
    return _page(http, mine)


@require_POST
@holding
def take(http: HttpRequest, mine: Request, pk: UUID) -> HttpResponse:
    # One that somebody else took meanwhile is out of sight; the verb says so in words.
    slot = Slot.objects.filter(pk=pk).first() or Slot(pk=pk)
    try:
        actions.take_slot(by=http.asker, request=mine, slot=slot)
    except Refused as error:
        return _page(http, mine, error.message)
    messages.success(http, _("Janji Anda tercatat. Catat waktunya; kami tidak mengirim apa pun tanpa izin Anda."))
    return redirect("room:slots")


@require_POST
@holding
def give_back(http: HttpRequest, mine: Request, pk: UUID) -> HttpResponse:
    actions.give_slot_back(by=http.asker, request=mine, slot=queries.slot(pk))
    messages.success(http, _("Janji dilepas. Anda boleh memilih waktu lain kapan saja."))
    return redirect("room:slots")


@require_safe
@holding
def calendar(http: HttpRequest, mine: Request, pk: UUID) -> HttpResponse:
    """When, and nothing else, because others look into calendars."""
    slot = queries.slot(pk)
    if slot.request_id != mine.pk or slot.state != SlotState.TAKEN:
        return redirect("room:slots")
    lasts = timedelta(minutes=slot.minutes)
    file = event(slot.pk, slot.at, _("Janji"), changed_at=slot.taken_at, lasts=lasts)
    return saved(file)
