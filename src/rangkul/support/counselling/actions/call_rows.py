"""The one call of a room that goes on, and ending it. All of this while the room is locked."""

from rangkul.base import clock
from rangkul.base.live.telling import tell
from rangkul.support.counselling.actions.rows import write_line
from rangkul.support.counselling.models import Call, CallSignal, Room, Seat
from rangkul.support.counselling.states import CALL, CALLING, CallEnding, Line


def standing_call(room: Room) -> Call | None:
    """The one call of the room that goes on, with its seats."""
    rows = Call.objects.select_related("caller", "other", "room__key")
    return rows.filter(room=room, state__in=CALLING).first()


def close_call(room: Room, call: Call, ending: str, seat: Seat) -> None:
    """`seat`: whose act it is; the line stands under it."""
    CALL.step(call, "end")
    line = Line.CALL_OVER if call.answered_at else Line.CALL_MISSED
    call.ended_at, call.ending = clock.now(), ending
    call.save(update_fields=["state", "ended_at", "ending"])
    CallSignal.objects.filter(call=call).delete()
    if room.lives:
        write_line(room, line, seat)
    tell_call(call)


def hang_up(room: Room, seat: Seat, *, leaves: bool = False) -> None:
    """The room ends, or the code word closed it: whoever speaks there is cut off. `leaves`: only where it is this seat
    that speaks, because it leaves."""
    call = standing_call(room)
    if call is not None and (not leaves or seat in (call.caller, call.other)):
        close_call(room, call, CallEnding.DONE, seat)


def tell_call(call: Call) -> None:
    tell("room.call", call.pk, {call.pk})
