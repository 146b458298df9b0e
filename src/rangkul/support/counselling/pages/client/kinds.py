"""The client goes on in another way, in the same room: asked anew where they are and whether it is safe."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.support.counselling import actions
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.pages.client.room import holding_room
from rangkul.support.counselling.pages.forms import HereForm
from rangkul.support.counselling.states import RoomKind


@require_http_methods(["GET", "HEAD", "POST"])
@holding_room
def change(http: HttpRequest, room: Room) -> HttpResponse:
    if not room.lives or room.hushed_at is not None:
        return redirect("room:room")
    # The page says which way it was about: whoever was asked meanwhile agrees to what they read.
    kind = http.POST.get("cara") or (RoomKind.LETTER if room.kind == RoomKind.LIVE else RoomKind.LIVE)
    form = HereForm(http.POST or None)
    if http.method == "POST" and send(form, http.asker, f"room.kind.{room.pk}", lambda w: _chosen(http, room, kind, w)):
        return redirect("room:room")
    words = {
        "room": room,
        "kind": kind,
        "form": form,
        "asked": room.asked_kind == kind and room.asked_by_client is False,
        "quick_exit": True,
    }
    return render(http, "counselling/kind.html", words, status=422 if form.errors else 200)


def _chosen(http: HttpRequest, room: Room, kind: str, words: dict) -> Room:
    given = {name: words[name] for name in ("place", "nearby", "safe")}
    return actions.choose_kind(by=http.asker, room=room, kind=kind, **given)


@require_POST
@holding_room
def keep(http: HttpRequest, room: Room) -> HttpResponse:
    actions.keep_kind(by=http.asker, room=room)
    messages.success(http, _("Cara berbicara tetap seperti sekarang."))
    return redirect("room:room")
