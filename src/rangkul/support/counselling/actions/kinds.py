"""From letters to talking live and back, in the same room: what was said stays, and numbers go on.

The client says first where they are and whether it is safe, each time anew. Whoever talks live needs the other one
there, so each side may refuse it; a client goes on by letters whenever they like, a worker only if the client agrees.
"""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.beginning import refuse_blocked
from rangkul.support.counselling.actions.clock import at_new_pace, client_waits
from rangkul.support.counselling.actions.limits import refuse_too_many, refuse_unready
from rangkul.support.counselling.actions.news import something_came
from rangkul.support.counselling.actions.rows import about, lock_living, refuse_too_often, sitting, write_line
from rangkul.support.counselling.actions.sessions import ANSWERS, take_answers
from rangkul.support.counselling.models import Room, Seat
from rangkul.support.counselling.states import Line, RoomKind

_ASKS = {RoomKind.LIVE: Line.ASKS_LIVE, RoomKind.LETTER: Line.ASKS_LETTER}
_NOW = {RoomKind.LIVE: Line.NOW_LIVE, RoomKind.LETTER: Line.NOW_LETTER}


@action("room.kind_chosen", may=policy.is_client)
def choose_kind(*, by: Asker, room: Room, kind: str, place: str, nearby: str, safe: str) -> Done:
    """The client wishes to go on as `kind`, or agrees to what was asked. Talking live waits for the worker's yes,
    unless nobody has come yet. Raises Refused with `field` for what was not answered."""
    room = lock_living(room)
    kind = _other(room, kind)
    if kind is None:
        return about(room, silent=True)
    refuse_blocked(room.request_id, room.region_code)
    take_answers(room, place, nearby, safe)
    room.save(update_fields=ANSWERS)
    seat = sitting(by, room)
    refuse_too_often(room, seat)
    agreed = room.asked_kind == kind and room.asked_by_client is False
    if kind == RoomKind.LIVE and not room.waits:
        if not agreed:
            return _ask(room, kind, seat, by_client=True)
        refuse_unready(room)
    return _change(room, kind, seat)


@action("room.kind_asked", may=policy.is_counsellor)
def ask_kind(*, by: Asker, room: Room, kind: str) -> Done:
    """The worker asks the client to go on as `kind`, or says yes to the client who asked for it."""
    room = lock_living(room)
    kind = _other(room, kind)
    if kind is None:
        return about(room, silent=True)
    refuse_too_many(by.staff_id, kind)
    seat = sitting(by, room)
    refuse_too_often(room, seat)
    if room.asked_kind == kind and room.asked_by_client:
        return _change(room, kind, seat)
    return _ask(room, kind, seat, by_client=False)


@action("room.kind_kept", may=policy.may_keep_kind)
def keep_kind(*, by: Asker, room: Room) -> Done:
    """Either side: not now, or after all not. The clock of whoever waits goes on."""
    room = lock_living(room)
    if not room.asked_kind:
        return about(room, silent=True)
    drop_question(room)
    room.save(update_fields=QUESTION)
    write_line(room, Line.NOT_NOW, sitting(by, room))
    return about(room, kind=room.kind)


QUESTION = ["asked_kind", "asked_by_client"]


def drop_question(room: Room) -> None:
    """Onto the room, which is not saved yet."""
    room.asked_kind, room.asked_by_client = "", None


def _other(room: Room, kind: str) -> RoomKind | None:
    """None where the room is of that kind already. Raises Refused for what cannot be changed now."""
    if kind not in RoomKind.values:
        raise Refused(_("Pilih salah satu cara berbicara."), field="kind")
    if room.kind == kind:
        return None
    if room.end_to_end:
        raise Refused(
            _("Surat yang terkunci tetap surat. Untuk mengobrol langsung: akhiri ruang ini, lalu mulai yang baru."),
            code="sealed",
        )
    if room.hushed_at is not None:
        raise Refused(_("Ruang ini ditutup dengan kata rahasia. Tunggu sampai klien kembali."), code="hushed")
    return RoomKind(kind)


def _ask(room: Room, kind: RoomKind, seat: Seat, *, by_client: bool) -> Done:
    if room.asked_kind == kind and room.asked_by_client == by_client:
        return about(room, silent=True)
    room.asked_kind, room.asked_by_client = kind, by_client
    room.save(update_fields=QUESTION)
    write_line(room, _ASKS[kind], seat)
    if by_client:
        client_waits(room)
    else:
        something_came(room)
    return about(room, kind=kind, changed=False)


def _change(room: Room, kind: RoomKind, seat: Seat) -> Done:
    room.kind = kind
    drop_question(room)
    room.save(update_fields=["kind", *QUESTION])
    write_line(room, _NOW[kind], seat)
    at_new_pace(room)
    if kind == RoomKind.LIVE:
        client_waits(room)
    return about(room, kind=kind, changed=True)
