"""A worker's key for sealed letters, and what they do with the key of a room. Their words never reach us."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.states import LEAST_ROUNDS


@require_safe
def show(http: HttpRequest) -> HttpResponse:
    if not http.asker.practises:
        raise PermissionDenied
    pair = queries.own_key(http.asker)
    found = {
        "staff": str(http.asker.staff_id),
        "floor": LEAST_ROUNDS,
        "public": pair.public if pair else "",
        "wrapped": json.loads(pair.wrapped) if pair else None,
    }
    return render(http, "counselling/worker_key.html", {"pair": pair, "found": found})


def _done(http: HttpRequest, verb: Callable[[], object], words: str) -> HttpResponse:
    try:
        verb()
    except Refused as error:
        messages.error(http, error.message)
    else:
        messages.success(http, words)
    return redirect("counselling:keys")


def _given(http: HttpRequest, name: str) -> str:
    return http.POST.get(name, "")


@require_POST
def make(http: HttpRequest) -> HttpResponse:
    public, wrapped = _given(http, "umum"), _given(http, "punyaku")
    words = _("Kunci surat Anda siap. Klien sekarang bisa mengunci surat untuk Anda.")
    return _done(http, lambda: actions.make_key(by=http.asker, public=public, wrapped=wrapped), words)


@require_POST
def rewrap(http: HttpRequest) -> HttpResponse:
    wrapped = _given(http, "punyaku")
    words = _("Kata kunci diganti. Semua surat tetap bisa Anda baca.")
    return _done(http, lambda: actions.rewrap_key(by=http.asker, wrapped=wrapped), words)


@require_POST
def replace(http: HttpRequest) -> HttpResponse:
    public, wrapped = _given(http, "umum"), _given(http, "punyaku")
    words = _("Kunci baru dibuat. Mintalah klien atau rekan memberikan lagi kunci ruang yang masih berjalan.")
    return _done(http, lambda: actions.replace_key(by=http.asker, public=public, wrapped=wrapped), words)


@require_POST
def give(http: HttpRequest, pk: UUID) -> HttpResponse:
    """To a colleague who sits there with a new pair."""
    room = queries.get(pk)
    try:
        wanted = UUID(_given(http, "untuk"))
        actions.give_key(by=http.asker, room=room, worker_key=wanted, wrapped=_given(http, "kunci"))
    except ValueError:
        messages.error(http, _("Isian ini belum bisa dibaca. Muat ulang halamannya."))
    except Refused as error:
        messages.error(http, error.message)
    else:
        messages.success(http, _("Kunci ruang ini sudah diberikan."))
    return redirect("counselling:room", pk)


@require_POST
def words(http: HttpRequest, pk: UUID) -> HttpResponse:
    """The words of a sealed room into the file, where the client asked for that."""
    room = queries.get(pk)
    try:
        actions.hand_in_words(by=http.asker, room=room, text=_given(http, "text"))
    except Refused as error:
        messages.error(http, error.message)
    else:
        messages.success(http, _("Salinan percakapan disimpan di berkas."))
    return redirect("counselling:room", pk)
