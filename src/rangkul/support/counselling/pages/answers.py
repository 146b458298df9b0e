"""How a room answers its page: by JSON where a script asked, by a page where none did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm, refuse
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.live import RoomSource, cursor_of, hears
from rangkul.support.counselling.models import Message, Room, Seat
from rangkul.support.counselling.pages.forms import AsideForm, SayForm, SealedForm
from rangkul.support.counselling.states import Lane, SeatRole

# The script of a room says so; a page without scripts sends the same form.
BY_SCRIPT = "X-Rangkul-Room"
_SOURCE = RoomSource()


def by_script(http: HttpRequest) -> bool:
    return BY_SCRIPT in http.headers


def since(http: HttpRequest, room: Room) -> list[dict[str, Any]]:
    """Everything behind the place that the page names, as the stream tells it."""
    asked = http.POST.get("setelah") or http.GET.get("setelah", "")
    return [one.data for one in _SOURCE.since(http.asker, str(room.pk), asked[:40])]


def told(http: HttpRequest, room: Room, status: int = 200, **more: Any) -> JsonResponse:
    return JsonResponse({"messages": since(http, room), **more}, status=status)


def said(
    http: HttpRequest, room: Room, lane: str, page: Callable[[RangkulForm], HttpResponse], back: HttpResponse
) -> HttpResponse:
    """Send one message. What was refused stays in the form, or with the script that sent it."""
    form = (AsideForm if lane == Lane.ASIDE else SealedForm if room.end_to_end else SayForm)(http.POST)
    if form.is_valid():
        try:
            message = _send(http, room, lane, form)
        except Refused as error:
            refuse(form, error)
            if by_script(http):
                return told(http, room, 422, error=error.message, code=error.code)
        else:
            if message is None:
                return away(http)
            return told(http, room) if by_script(http) else back
    elif by_script(http):
        # A message that is too long says how long it may be; nothing of it is lost, the page still has it.
        words = next(iter(form.errors.values()))[0]
        return JsonResponse({"messages": [], "error": words, "code": "form"}, status=422)
    return page(form)


def _send(http: HttpRequest, room: Room, lane: str, form: RangkulForm) -> Message | None:
    words = form.cleaned_data
    key: UUID | None = words["once"]
    return actions.send_message(by=http.asker, room=room, text=words["text"], client_id=key, lane=lane)


def away(http: HttpRequest) -> HttpResponse:
    """The code word: this browser forgets the ticket and shows something harmless."""
    http.session.flush()
    away = reverse("look:exit")
    if by_script(http):
        return JsonResponse({"away": away})
    answer = HttpResponse(status=302)
    answer.headers["Location"] = away
    return answer


def marked(http: HttpRequest, room: Room) -> HttpResponse:
    actions.mark(
        by=http.asker, room=room, delivered=number_of(http.POST.get("sampai")), read=number_of(http.POST.get("dibaca"))
    )
    return HttpResponse(status=204)


def number_of(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) < 10 else 0


def drafted(http: HttpRequest, room: Room) -> HttpResponse:
    lane = lane_of(http) if http.asker.kind == "staff" else Lane.ROOM
    return kept(lambda text: actions.keep_draft(by=http.asker, room=room, text=text, lane=lane), http)


def lane_of(http: HttpRequest) -> Lane:
    return Lane.ASIDE if http.POST.get("jalur") == Lane.ASIDE else Lane.ROOM


def kept(keep: Callable[[str], object], http: HttpRequest) -> HttpResponse:
    """What a page told of what is being written; a room that ended meanwhile says so by itself."""
    with suppress(Refused):
        keep(http.POST.get("text", ""))
    return HttpResponse(status=204)


def frame(http: HttpRequest, room: Room, stream: str) -> dict[str, Any]:
    """What both sides' pages show of a room: what was said, how far the others have come, where the stream is."""
    by = http.asker
    name = room.called_name if by.kind == "staff" else ""
    said = queries.said(queries.newest(room), by, room.pk, name)
    aside = queries.said(queries.newest(room, Lane.ASIDE), by, room.pk, name) if by.kind == "staff" else []
    seats = queries.seats_of(room)
    mine = seat_among(seats, by)
    others = [one for one in seats if one.left_at is None and _across(one, by)]
    cursor = cursor_of(said[-1].number if said else 0, aside[-1].number if aside else 0)
    return {
        "room": room,
        "said": said,
        "aside": aside,
        "seats": seats,
        "my_seat": mine,
        "delivered": max((one.delivered_to for one in others), default=0),
        "read": max((one.read_to for one in others), default=0),
        # Only of those who said something: whoever reads along is not told to the client.
        "names": {str(one.seat): one.who for one in said},
        "cursor": cursor,
        # Who only sees that somebody waits has no ear in the room; their page asks now and then.
        "stream": f"{stream}?ruang={room.pk}&setelah={cursor}" if hears(by, room) else "",
    }


def seat_among(seats: Iterable[Seat], by: Asker) -> Seat | None:
    """The asker's own, as `policy.seat_of` finds it."""
    return next((one for one in seats if _is_mine(one, by)), None)


def _across(seat: Seat, by: Asker) -> bool:
    """Who sits on the other side, and counts as having read."""
    return seat.is_client if by.kind == "staff" else seat.role in (SeatRole.COUNSELLOR, SeatRole.COLLEAGUE)


def _is_mine(seat: Seat, by: Asker) -> bool:
    if by.kind == "ticket":
        return seat.is_client
    return seat.staff_id == by.staff_id and seat.left_at is None and not seat.is_client
