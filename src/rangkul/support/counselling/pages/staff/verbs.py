"""The deeds of a worker in a room. What is refused is shown at the form that was sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.base.actions import Refused
from rangkul.base.forms.sending import send
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Came
from rangkul.support.counselling.models import Block
from rangkul.support.counselling.pages import forms
from rangkul.support.counselling.pages.staff.room import page


@require_POST
def take(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.take(by=http.asker, room=queries.get(pk))
    return redirect("counselling:room", pk)


def _key(http: HttpRequest) -> dict[str, str]:
    """Of a sealed room: its key, wrapped by this browser for the colleague."""
    return {"wrapped": http.POST.get("wrapped", "")}


@require_POST
def call_in(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.StaffForm(http.POST, room=room, but=by.staff_id, prefix="ajak")
    if send(form, by, f"room.call.{pk}", lambda words: actions.call_in(by=by, room=room, **words, **_key(http))):
        return redirect("counselling:room", pk)
    return page(http, room, opened="call", call_form=form)


@require_POST
def hand_over(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.StaffForm(http.POST, room=room, but=by.staff_id, burdens=True, prefix="serah")
    if send(form, by, f"room.hand.{pk}", lambda words: actions.hand_over(by=by, room=room, **words, **_key(http))):
        messages.success(http, _("Percakapan diserahkan. Klien membaca siapa yang melanjutkan."))
        return redirect("counselling:home")
    return page(http, room, opened="hand", hand_form=form)


@require_POST
def ask_kind(http: HttpRequest, pk: UUID) -> HttpResponse:
    """The worker asks the client for the other way, or says yes to the client who asked."""
    try:
        actions.ask_kind(by=http.asker, room=queries.get(pk), kind=http.POST.get("cara", ""))
    except Refused as error:
        messages.error(http, error.message)
    return redirect("counselling:room", pk)


@require_POST
def keep_kind(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.keep_kind(by=http.asker, room=queries.get(pk))
    return redirect("counselling:room", pk)


@require_POST
def see_to(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.SeenToForm(http.POST, prefix="lihat")
    if send(form, by, f"room.seen.{pk}", lambda words: actions.see_to(by=by, room=room, **words)):
        messages.success(http, _("Tercatat. Ruang ini tidak naik lagi sampai klien kembali."))
        return redirect("counselling:room", pk)
    return page(http, room, seen_form=form)


@require_POST
def leave(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.leave(by=http.asker, room=queries.get(pk))
    return redirect("counselling:home")


def _came(words: dict[str, Any]) -> Came:
    return Came(**words)


@require_POST
def end(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.CameForm(http.POST, prefix="akhir", red=actions.is_grave(room))
    if send(form, by, f"room.end.{pk}", lambda words: actions.end(by=by, room=room, came=_came(words))):
        messages.success(http, _("Percakapan berakhir dan hasilnya tercatat."))
        return redirect("counselling:home")
    return page(http, room, opened="end", end_form=form)


@require_POST
def note(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.CameForm(http.POST, prefix="akhir", red=actions.is_grave(room))
    if send(form, by, f"room.note.{pk}", lambda words: actions.write_note(by=by, room=room, came=_came(words))):
        messages.success(http, _("Hasil percakapan tercatat."))
        return redirect("counselling:home")
    return page(http, room, opened="end", end_form=form)


@require_POST
def next_done(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.finish_next(by=http.asker, room=queries.get(pk))
    return redirect("counselling:home")


@require_POST
def news_known(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.know_lost_news(by=http.asker, room=queries.get(pk))
    messages.success(http, _("Tercatat. Klien tetap membaca di halamannya bahwa kabarnya tidak sampai."))
    return redirect("counselling:home")


@require_POST
def block(http: HttpRequest, pk: UUID) -> HttpResponse:
    room, by = queries.get(pk), http.asker
    form = forms.BlockForm(http.POST, prefix="tutup", red=room.lives and actions.is_grave(room))
    if send(form, by, f"room.block.{pk}", lambda words: actions.block(by=by, room=room, **words)):
        messages.success(http, _("Ruang ditutup untuk tiket ini. Klien tetap bisa meminta bantuan."))
        return redirect("counselling:room", pk)
    return page(http, room, opened="block", block_form=form)


@require_POST
def lift(http: HttpRequest, pk: UUID, block: UUID) -> HttpResponse:
    room = queries.get(pk)
    actions.lift_block(by=http.asker, block=get_object_or_404(Block, pk=block, request_id=room.request_id))
    return redirect("counselling:room", pk)
