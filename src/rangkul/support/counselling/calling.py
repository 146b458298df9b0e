"""What two browsers need to find a way between them: each other's signals, as a source of the stream, and the servers
that help them.

No sound and no picture passes through the house. Where a TURN server is set (coturn, docs/calls.md) everything goes
through it, so that neither side learns the other's network address; a login for it holds for one call.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha1
from uuid import UUID

from django.conf import settings

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.live.sources import Told
from rangkul.support.counselling import policy
from rangkul.support.counselling.models import Call, CallSignal
from rangkul.support.counselling.states import CALLING, LONGEST_CALL

# Behind every signal: the call is over.
_OVER = 10**6


class CallSource:
    """The signals of the other side. The cursor is the number of the last one."""

    wakes = frozenset({"room.call"})

    def topics(self, asker: Asker, wanted: str) -> frozenset[str]:
        call = _call(wanted)
        return frozenset({str(call.pk)}) if call and policy.may_hang_up(by=asker, call=call) else frozenset()

    def since(self, asker: Asker, wanted: str, cursor: str) -> list[Told]:
        call = _call(wanted)
        last = int(cursor) if cursor.isdecimal() and len(cursor) < 10 else 0
        if call is None or last >= _OVER:
            return []
        # Who was asked too and did not answer first hears that it is over for them, and nothing of the two who speak.
        if call.state not in CALLING or not policy.may_hang_up(by=asker, call=call):
            return [Told(str(_OVER), "panggilan", {"kind": "over", "ending": call.ending})]
        rows = CallSignal.objects.filter(call=call, number__gt=last).select_related("key", "seat").order_by("number")
        told = [_told(row) for row in rows if not policy.is_seat_of(asker, row.seat)]
        if not call.rings and last == 0:
            # The caller's browser begins when somebody has answered.
            told.insert(0, Told(told[0].cursor if told else "0", "panggilan", {"kind": "answered"}))
        return told


def _told(row: CallSignal) -> Told:
    return Told(str(row.number), "panggilan", {"kind": row.kind, "number": row.number, "body": row.body})


def _call(wanted: str) -> Call | None:
    try:
        rows = Call.objects.select_related("room", "caller", "other")
        return rows.filter(pk=UUID(wanted)).first()
    except ValueError:
        return None


def could_connect() -> bool:
    """False where a server between the two is named and its word is not: it would refuse every login, and a call past
    it would tell each side where the other is."""
    return bool(settings.TURN_SECRET) or not settings.TURN_URLS


def servers(call: Call) -> dict:
    """The configuration of an RTCPeerConnection. A login as coturn's `use-auth-secret` reads it: the moment until which
    it holds, and its HMAC."""
    if not settings.TURN_URLS:
        return {"iceServers": []}
    until = int((clock.now() + LONGEST_CALL).timestamp())
    name = f"{until}:{call.pk}"
    signed = hmac.new(settings.TURN_SECRET.encode(), name.encode(), sha1).digest()
    turn = {"urls": settings.TURN_URLS, "username": name, "credential": base64.b64encode(signed).decode()}
    return {"iceServers": [turn], "iceTransportPolicy": "relay"}
