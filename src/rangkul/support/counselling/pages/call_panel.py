"""The panel in which two people of a room speak, for both sides' pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from rangkul.support.counselling import actions, calling, policy
from rangkul.support.counselling.models import Call, Room, Seat


def panel(http: HttpRequest, room: Room, error: str = "", *, seat: Seat | None) -> dict[str, Any]:
    """What the panel shows: nothing to press where nobody may call, else the way in, or the call that goes on."""
    by = http.asker
    call = actions.standing_call(room) if room.lives else None
    if call is not None and call.is_over:
        call = None
    may_call = room.lives and not room.waits and room.hushed_at is None and policy.may_call(by=by, room=room, seat=seat)
    words: dict[str, Any] = {
        "room": room,
        "call": call,
        "may_call": may_call and calling.could_connect(),
        # Whoever writes for help is not bothered with it; the staff of the house can have it mended.
        "unset": may_call and by.kind == "staff" and not calling.could_connect(),
        "call_error": error,
        "to": _addresses(http, room, call),
    }
    if call is None:
        return words
    mine = policy.is_seat_of(by, call.caller)
    asked = policy.may_answer(by=by, call=call, seat=seat)
    speaks = policy.may_signal(by=by, call=call, seat=seat)
    return words | {
        "call_mine": mine,
        "call_asked": asked,
        "call_speaks": speaks,
        "call_who": call.caller.name or room.called_name,
        "call_servers": calling.servers(call) if speaks else None,
        "call_stream": f"{settings.STREAM_URL}?panggilan={call.pk}",
    }


def _addresses(http: HttpRequest, room: Room, call: Call | None) -> dict[str, str]:
    """Where the buttons of this side lead."""
    place, at = ("room", []) if http.asker.kind == "ticket" else ("counselling", [room.pk])
    if call is None:
        return {"begin": reverse(f"{place}:call", args=at)}
    return {name: reverse(f"{place}:call_{name}", args=[*at, call.pk]) for name in ("answer", "end", "signal")}
