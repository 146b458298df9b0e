"""The room as the holder of the ticket sees it. It works without scripts too: a form, the messages, "muat ulang"."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import clock
from rangkul.base.clock import zone
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send as send_form
from rangkul.journey.cases.models import Case
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Message, Room, Seat
from rangkul.support.counselling.pages import answers
from rangkul.support.counselling.pages.call_panel import panel
from rangkul.support.counselling.pages.forms import EncloseForm, HereForm, SayForm
from rangkul.support.counselling.pages.sealed import first_words, for_browser, whose_keys
from rangkul.support.counselling.states import LONGEST_MESSAGE, Lane, RoomKind

# As with a ticket: on a borrowed telephone half a working day would be far too long.
TICKET_SECONDS = 30 * 60
_RENEW_AFTER = 5 * 60
_SEEN = "room_seen"
View = Callable[..., HttpResponse]


def holding_room(view: View) -> View:
    """Only for who came in by ticket and PIN and has a room; whoever writes stays in while they write."""

    @never_cache
    @wraps(view)
    def run(http: HttpRequest, **where: UUID) -> HttpResponse:
        if http.asker.kind != "ticket":
            return closed(http)
        room = queries.for_ticket(http.asker)
        if room is None:
            if answers.by_script(http):
                raise Http404
            return redirect("room:start")
        if http.method == "POST":
            stay(http)
        with timezone.override(zone(room.region_code)):
            return view(http, room, **where)

    return run


def closed(http: HttpRequest) -> HttpResponse:
    """The ticket closed itself: the door, with what was being written kept in this answer alone."""
    if answers.by_script(http):
        return JsonResponse({"closed": True}, status=401)
    if http.method != "POST":
        return redirect("portal:door")
    page = {"kept": http.POST.get("text", "")[:LONGEST_MESSAGE], "quick_exit": True}
    return render(http, "counselling/closed.html", page, status=403)


def stay(http: HttpRequest) -> None:
    """The half hour begins anew while somebody is there; written down now and then, not with every word."""
    now = int(clock.now().timestamp())
    if now - http.session.get(_SEEN, 0) > _RENEW_AFTER:
        http.session[_SEEN] = now
        http.session.set_expiry(TICKET_SECONDS)


def _page(
    http: HttpRequest, room: Room, form: RangkulForm | None = None, here: RangkulForm | None = None
) -> HttpResponse:
    frame = answers.frame(http, room, settings.STREAM_URL)
    words = {
        **frame,
        **(_sealed(http, room, frame["my_seat"]) if room.end_to_end else {}),
        **panel(http, room, seat=frame["my_seat"]),
        **_state(room, frame["seats"]),
        "enclose": EncloseForm(),
        "here": here or _here(room),
        "form": form or SayForm(initial={"text": first_words(http, room) if room.lives else ""}),
        "shut": actions.standing_block(room.request_id),
        "area": room.region_code,
        "problems": [],
        "quick_exit": True,
    }
    return render(http, "counselling/room.html", words, status=422 if form is not None and form.errors else 200)


def _here(room: Room) -> RangkulForm | None:
    """Nothing is asked of whoever closed the room by the code word: they come back first."""
    return HereForm() if actions.asks_again(room) and room.hushed_at is None else None


def _sealed(http: HttpRequest, room: Room, seat: Seat) -> dict:
    return for_browser(
        http, room, seat, give=reverse("room:give"), hush=reverse("room:hush"), rewrap=reverse("room:rewrap")
    )


def _state(room: Room, seats: list[Seat]) -> dict:
    counsellors = [one for one in seats if not one.is_client and one.left_at is None]
    return {
        "room": room,
        "with_me": [one.name for one in counsellors if one.role != "supervisor" or _spoke(room, one)],
        # Who writes a letter reads when the worker is back, also after the first answer.
        "ahead": queries.ahead_of(room) if room.waits or (room.lives and room.kind == RoomKind.LETTER) else None,
        # Only where somebody should be there: a page of letters is not fetched again and again.
        "answer_runs": room.lives and room.answer_due is not None and (room.kind == RoomKind.LIVE or room.red),
        "waits_long": room.lives and room.answer_due is not None and room.answer_due <= clock.now(),
        "may_lock": room.waits and queries.may_be_sealed(room),
        "may_rate": _may_rate(room),
    }


def _may_rate(room: Room) -> bool:
    """Once they talked, and not about a case that has ended: the page behind the ticket is closed then."""
    if room.lives or room.taken_at is None:
        return False
    return not Case.objects.filter(request_id=room.request_id).exclude(state="open").exists()


def _spoke(room: Room, seat: Seat) -> bool:
    """A supervisor who only sits beside the room was never told to the client."""
    return Message.objects.filter(room=room, seat=seat, lane=Lane.ROOM).exists()


@require_safe
@holding_room
def show(http: HttpRequest, room: Room) -> HttpResponse:
    return _page(http, room)


@require_safe
@holding_room
def state(http: HttpRequest, room: Room) -> HttpResponse:
    """Who is there and what is possible, for fetching again."""
    words = {**_state(room, queries.seats_of(room)), **whose_keys(http, room)}
    return render(http, "counselling/_state.html", words)


@require_safe
@holding_room
def news(http: HttpRequest, room: Room) -> HttpResponse:
    """What was said since, for a line over which no stream comes."""
    return answers.told(http, room)


@require_POST
@holding_room
def send(http: HttpRequest, room: Room) -> HttpResponse:
    return answers.said(http, room, Lane.ROOM, lambda form: _page(http, room, form), redirect("room:room"))


@require_POST
@holding_room
def here(http: HttpRequest, room: Room) -> HttpResponse:
    """Where they are in this session; what they were writing is kept by the draft."""
    form = HereForm(http.POST)
    if not send_form(form, http.asker, f"room.here.{room.pk}", lambda words: _placed(http, room, words)):
        answer = _page(http, room, here=form)
        answer.status_code = 422
        return answer
    messages.success(http, _("Terima kasih. Petugas membacanya."))
    return redirect("room:room")


def _placed(http: HttpRequest, room: Room, words: dict) -> Room:
    given = {name: words[name] for name in ("place", "nearby", "safe")}
    return actions.say_where(by=http.asker, room=room, **given)


@require_POST
@holding_room
def mark(http: HttpRequest, room: Room) -> HttpResponse:
    return answers.marked(http, room)


@require_POST
@holding_room
def typing(http: HttpRequest, room: Room) -> HttpResponse:
    actions.say_typing(by=http.asker, room=room)
    return HttpResponse(status=204)


@require_POST
@holding_room
def draft(http: HttpRequest, room: Room) -> HttpResponse:
    return answers.drafted(http, room)


@require_POST
@holding_room
def withdraw(http: HttpRequest, room: Room, pk: UUID) -> HttpResponse:
    message = Message.objects.select_related("room__key").filter(pk=pk, room=room).first()
    if message is None:
        raise Http404
    actions.withdraw_message(by=http.asker, message=message)
    return answers.told(http, room) if answers.by_script(http) else redirect("room:room")


@require_POST
@holding_room
def resume(http: HttpRequest, room: Room) -> HttpResponse:
    actions.resume(by=http.asker, room=room)
    return redirect("room:room")


@require_POST
@holding_room
def transcript(http: HttpRequest, room: Room) -> HttpResponse:
    keep = http.POST.get("simpan") == "1"
    actions.choose_transcript(by=http.asker, room=room, in_file=keep)
    messages.success(
        http, _("Percakapan ini disimpan di berkas Anda.") if keep else _("Kata-kata percakapan ini akan dihapus.")
    )
    return redirect("room:room")


@require_POST
@holding_room
def end(http: HttpRequest, room: Room) -> HttpResponse:
    actions.end_by_client(by=http.asker, room=room)
    return redirect("room:room")
