"""The client seals their letters, changes the words that open them, and says that they are in danger."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.support.counselling import actions, queries, sealed_words
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.pages import answers
from rangkul.support.counselling.pages.client.room import holding_room
from rangkul.support.counselling.states import LEAST_ROUNDS


@require_http_methods(["GET", "HEAD", "POST"])
@holding_room
def lock(http: HttpRequest, room: Room) -> HttpResponse:
    """Before the first word: what it means, and the words that open it. The words never reach us."""
    if not queries.may_be_sealed(room):
        return redirect("room:room")
    if http.method == "POST":
        try:
            keys = sealed_words.keys_for_workers(http.POST.get("kunci", ""))
            actions.seal_room(by=http.asker, room=room, wrapped=http.POST.get("punyaku", ""), keys=keys)
        except Refused as error:
            return _show(http, room, error.message)
        messages.success(http, _("Surat Anda terkunci. Sekarang tulislah."))
        return redirect("room:room")
    return _show(http, room)


def _show(http: HttpRequest, room: Room, problem: str = "") -> HttpResponse:
    there = queries.takers(room)
    page = {
        "sealing": {
            "room": str(room.pk),
            "floor": LEAST_ROUNDS,
            "holders": [{"id": str(one.id), "public": one.public} for one in there],
        },
        "there": len(there),
        "problem": problem,
        "quick_exit": True,
    }
    return render(http, "counselling/lock.html", page, status=422 if problem else 200)


@require_safe
@holding_room
def lost(http: HttpRequest, room: Room) -> HttpResponse:
    """What is possible when the words are forgotten, honestly."""
    return render(http, "counselling/lost.html", {"room": room, "quick_exit": True})


@require_POST
@holding_room
def rewrap(http: HttpRequest, room: Room) -> HttpResponse:
    try:
        actions.rewrap_room(by=http.asker, room=room, wrapped=http.POST.get("punyaku", ""))
    except Refused as error:
        messages.error(http, error.message)
    else:
        messages.success(http, _("Kata kunci diganti. Mulai sekarang pakai kata yang baru."))
    return redirect("room:room")


@require_POST
@holding_room
def give(http: HttpRequest, room: Room) -> HttpResponse:
    _give(http, room)
    return redirect("room:room")


def _give(http: HttpRequest, room: Room) -> None:
    try:
        wanted = UUID(http.POST.get("untuk", ""))
        actions.give_key(by=http.asker, room=room, worker_key=wanted, wrapped=http.POST.get("kunci", ""))
    except ValueError:
        messages.error(http, _("Isian ini belum bisa dibaca. Muat ulang halamannya."))
    except Refused as error:
        messages.error(http, error.message)
    else:
        messages.success(http, _("Kunci ruang ini sudah diberikan."))


@require_POST
@holding_room
def hush(http: HttpRequest, room: Room) -> HttpResponse:
    """The browser knew the code word; the word itself is not sent."""
    actions.hush(by=http.asker, room=room)
    return answers.away(http)


@require_POST
@holding_room
def danger(http: HttpRequest, room: Room) -> HttpResponse:
    try:
        actions.say_danger(by=http.asker, room=room)
    except Refused as error:
        messages.error(http, error.message)
    else:
        words = _("Petugas diberi tahu sekarang. Telepon nomor di bawah bila bisa: itu selalu lebih cepat.")
        messages.success(http, words)
    return redirect("room:room")
