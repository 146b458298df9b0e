"""Asking somebody of the room to speak, answering, and what the two browsers tell each other meanwhile."""

import json

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.counselling import calling, policy
from rangkul.support.counselling.actions.beginning import refuse_blocked
from rangkul.support.counselling.actions.call_rows import close_call, standing_call, tell_call
from rangkul.support.counselling.actions.rows import about, lock, lock_living, refuse_too_often, sitting, write_line
from rangkul.support.counselling.actions.sessions import refuse_unplaced, speaks_safely
from rangkul.support.counselling.models import Call, CallSignal, Room
from rangkul.support.counselling.states import (
    CALL,
    CALLING,
    LONGEST_SIGNAL,
    MOST_SIGNALS,
    CallEnding,
    CallMode,
    Line,
    SignalKind,
)


@action("room.call_begun", may=policy.may_call)
def begin_call(*, by: Asker, room: Room, mode: str) -> Done:
    """Ask the other side to speak; who asks while the other asks answers. Returns the Call."""
    room = lock_living(room)
    seat = sitting(by, room)
    _refuse(room, by)
    speaks_safely(room, by)
    call = standing_call(room)
    if call is not None and call.is_over:
        close_call(room, call, CallEnding.MISSED if call.rings else CallEnding.FAILED, seat)
        call = None
    if call is not None:
        return about(room, _answered(room, call, by) if policy.may_answer(by=by, call=call) else call, silent=True)
    refuse_too_often(room, seat)
    call = Call(room=room, caller=seat, mode=CallMode(mode))
    call.save(force_insert=True)
    write_line(room, Line.CALLING, seat)
    return about(room, call, mode=call.mode)


def _refuse(room: Room, by: Asker) -> None:
    if not calling.could_connect():
        raise Refused(_("Berbicara langsung belum bisa di sini. Lanjutkan dengan menulis."), code="servers")
    if room.waits:
        raise Refused(
            _("Belum ada yang mendampingi di ruang ini. Tulis dulu; begitu ada petugas, Anda bisa berbicara.")
        )
    if room.hushed_at is not None:
        raise Refused(_("Ruang ini ditutup dengan kata rahasia. Jangan menelepon."), code="hushed")
    if by.kind == "ticket":
        refuse_blocked(room.request_id, room.region_code)
    refuse_unplaced(room, by)


@action("room.call_answered", may=policy.may_answer)
def answer_call(*, by: Asker, call: Call) -> Done:
    """Answering is the consent to speak. Raises Refused where the other has hung up meanwhile."""
    room = lock_living(call.room)
    call = _held(room, call)
    if call.is_over:
        raise Refused(_("Ajakan ini sudah berakhir. Anda bisa mengajak lagi."), code="over")
    refuse_unplaced(room, by)
    speaks_safely(room, by)
    return about(room, _answered(room, call, by))


def _answered(room: Room, call: Call, by: Asker) -> Call:
    CALL.step(call, "answer")
    call.other, call.answered_at = sitting(by, room), clock.now()
    call.save(update_fields=["state", "other", "answered_at"])
    tell_call(call)
    return call


@action("room.call_signalled", may=policy.may_signal)
def signal(*, by: Asker, call: Call, kind: str, body: str) -> Done:
    """One piece of what a browser has to say to the other; `body` is JSON of at most 60,000 characters."""
    room = lock(call.room)
    call = _held(room, call)
    if call.is_over:
        raise Refused(_("Pembicaraan ini sudah berakhir."), code="over")
    count = call.signals.count()
    if kind not in SignalKind.values or count >= MOST_SIGNALS or not _is_json(body):
        raise Refused(
            _("Peramban mengirim sesuatu yang tidak dikenal. Tutup pembicaraan, lalu coba lagi."), code="signal"
        )
    row = CallSignal(call=call, key=room.key, seat=sitting(by, room), number=count + 1, kind=kind)
    row.body = body
    row.save(force_insert=True)
    tell_call(call)
    return about(room, row, silent=True)


def _is_json(body: str) -> bool:
    if not 0 < len(body) <= LONGEST_SIGNAL:
        return False
    try:
        return isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False


@action("room.call_ended", may=policy.may_hang_up)
def end_call(*, by: Asker, call: Call, failed: bool = False) -> Done:
    """Either side, at any time; the second of two who hang up changes nothing."""
    room = lock(call.room)
    call = _held(room, call)
    if call.state not in CALLING:
        return about(room, call, silent=True)
    close_call(room, call, _how(by, call, failed), sitting(by, room))
    return about(room, call, ending=call.ending, minutes=call.minutes)


def _how(by: Asker, call: Call, failed: bool) -> str:
    if call.rings:
        return CallEnding.MISSED if policy.is_seat_of(by, call.caller) else CallEnding.DECLINED
    return CallEnding.FAILED if failed else CallEnding.DONE


def _held(room: Room, call: Call) -> Call:
    """The call as it is now; the lock of its room is held. Raises Http404."""
    found = Call.objects.select_related("caller", "other", "room__key").filter(pk=call.pk, room=room).first()
    if found is None:
        raise Http404
    return found
