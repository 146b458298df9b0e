"""What the page of a sealed room gives to its browser: wrapped keys, whose keys there are, where to send what."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

from django.http import HttpRequest

from rangkul.support.counselling import queries
from rangkul.support.counselling.models import Room, Seat, Transcript
from rangkul.support.counselling.states import CIPHER, LEAST_ROUNDS, Lane
from rangkul.support.counselling.words import bare


def trace_of(word: str, room: Room) -> str:
    """By which a browser knows the code word when it is typed, without having it on the page."""
    said = bare(word)
    if not said:
        return ""
    return b64encode(sha256(f"rangkul:kata:{CIPHER}|{room.pk}|{said}".encode()).digest()).decode()


def for_browser(http: HttpRequest, room: Room, seat: Seat | None, **addresses: str) -> dict[str, Any]:
    """`state`: "open" for whoever can open it with their words, "unmade" for a worker without a key of their own,
    "closed" for everybody else."""
    by = http.asker
    row = queries.my_room_key(room, by)
    wrapped = _read(row.wrapped) if row else None
    pair = queries.own_key(by) if by.kind == "staff" else None
    found = {
        "room": str(room.pk),
        "seat": str(seat.pk) if seat else "",
        "client": by.kind == "ticket",
        "staff": str(by.staff_id or ""),
        "wrapped": wrapped,
        "pair": {"id": str(pair.pk), "public": pair.public, "wrapped": json.loads(pair.wrapped)} if pair else None,
        "draft": queries.draft_of(room, by) if room.lives else "",
        "trace": trace_of(room.code_word, room) if by.kind == "ticket" else "",
        "floor": LEAST_ROUNDS,
        **addresses,
    }
    state = "open" if wrapped else "unmade" if by.kind == "staff" and pair is None else "closed"
    handed = Transcript.objects.select_related("key", "by").filter(room=room).first() if room.in_file else None
    return {"sealed": found, "sealed_state": state, "handed": handed, **whose_keys(http, room)}


def whose_keys(http: HttpRequest, room: Room) -> dict[str, Any]:
    """Whose keys there are, told anew whenever somebody comes or goes; of a room that is not sealed nothing."""
    if not room.end_to_end:
        return {}
    found = [_holder(one) for one in queries.holders(room) if http.asker.kind == "staff" or one.seated]
    return {"holders": found}


def _read(wrapped: str) -> dict[str, Any] | None:
    """None where the key that it was kept with is destroyed."""
    try:
        return json.loads(wrapped)
    except ValueError:
        return None


def _holder(one: queries.Holder) -> dict[str, Any]:
    return {"id": str(one.id), "staff": str(one.staff_id), "public": one.public, "name": one.name, "seated": one.seated,
            "given": one.given}  # fmt: skip


def first_words(http: HttpRequest, room: Room) -> str:
    """The own draft for the form; of a sealed one only its browser knows the words."""
    return "" if room.end_to_end else queries.draft_of(room, http.asker, Lane.ROOM)
