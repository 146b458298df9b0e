"""Saying something in a room, taking it back, and how far somebody has come."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.live.telling import tell
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.beginning import hush, refuse_blocked
from rangkul.support.counselling.actions.clock import answered, client_waits
from rangkul.support.counselling.actions.heeding import hear
from rangkul.support.counselling.actions.key_rows import read_draft, read_letter
from rangkul.support.counselling.actions.news import something_came
from rangkul.support.counselling.actions.rights import sit_down
from rangkul.support.counselling.actions.rows import about, lock_living, next_number, sitting, spoke
from rangkul.support.counselling.models import Draft, Message, Room, Seat
from rangkul.support.counselling.states import MOST_A_MINUTE, Lane, Line, SeatRole
from rangkul.support.counselling.words import same_word, sayable

# Among so many are all of one minute: a handful of seats write in a room.
_NEWEST = 10 * MOST_A_MINUTE


def send_message(
    *, by: Asker, room: Room, text: str, client_id: UUID | None = None, lane: str = Lane.ROOM
) -> Message | None:
    """Say something; returns the Message, or None where a client closed the room by the code word.

    `client_id` makes it repeatable: whatever comes again under it is the message that came first. What a browser sealed
    is kept as it is; neither signs nor the code word can be read in it. Signs of danger are heard and kept also where
    the message itself is refused.
    """
    hear(by=by, room=room, text=text, client_id=client_id)
    return say(by=by, room=room, text=text, client_id=client_id, lane=lane)


# The message is its own log, numbered and never changed. An event beside each would outlive the room, and tell for
# years in which minutes of which night somebody wrote.
@action("room.message_sent", may=policy.may_speak)
def say(*, by: Asker, room: Room, text: str, client_id: UUID | None = None, lane: str = Lane.ROOM) -> Done:
    """`send_message` without listening, for verbs that have listened already."""
    room = lock_living(room)
    sealed, cipher = read_letter(room, lane, text, client_id)
    seat = _seat(by, room, lane)
    if client_id and (twin := _twins.one(seat.pk, client_id)):
        return about(room, twin, silent=True)
    if seat.is_client and not cipher and same_word(text, room.code_word):
        hush(by=by, room=room)
        return Done(None, subject=("room", room.pk), silent=True)
    number = next_number(room, lane)
    _refuse(by, room, seat, lane, number)
    message = _message(room, seat, lane, number, sealed or sayable(text), client_id, cipher)
    Draft.objects.filter(room=room, staff_id=by.staff_id, lane=lane).delete()
    _turn(room, seat, lane)
    if lane == Lane.ROOM and not seat.is_client:
        something_came(room)
    spoke(room, lane, but=by.staff_id)
    return about(room, message, silent=True)


@ready
def _twins(seat_id: UUID, client_id: UUID) -> QuerySet[Message]:
    return Message.objects.filter(seat_id=seat_id, client_id=client_id).select_related("key")


def _seat(by: Asker, room: Room, lane: str) -> Seat:
    """A supervisor who writes beside the room sits down for it; in the room itself that is nothing to be told."""
    seat = policy.seat_of(by, room)
    if seat is None and lane == Lane.ASIDE:
        return sit_down(room, Staff.objects.get(pk=by.staff_id), SeatRole.SUPERVISOR)
    return seat or sitting(by, room)


def _refuse(by: Asker, room: Room, seat: Seat, lane: str, number: int) -> None:
    if lane == Lane.ASIDE:
        return
    if room.hushed_at is not None:
        raise Refused(
            _("Ruang ini ditutup dengan kata rahasia. Buka lagi dulu, bila sudah aman.")
            if seat.is_client
            else _("Klien menutup ruang ini dengan kata rahasia. Jangan menulis sebelum ia kembali sendiri."),
            code="hushed",
        )
    if not seat.is_client and room.waits:
        raise Refused(_("Ambil dulu percakapan ini, lalu jawab."), code="waiting")
    if seat.is_client:
        refuse_blocked(room.request_id, room.region_code)
    if number > MOST_A_MINUTE:
        _refuse_flood(room, seat, number)


def _refuse_flood(room: Room, seat: Seat, number: int) -> None:
    """Each seat for itself: whoever floods a room silences nobody who answers there."""
    newest = Message.objects.filter(room=room, lane=Lane.ROOM, number__gte=number - _NEWEST)
    mine = newest.filter(seat=seat, line="", at__gt=clock.now() - timedelta(minutes=1))
    if mine.count() >= MOST_A_MINUTE:
        raise Refused(_("Terlalu cepat. Tunggu sebentar, lalu kirim lagi. Pesan Anda tidak hilang."), code="flood")


def _message(
    room: Room, seat: Seat, lane: str, number: int, words: str, client_id: UUID | None, cipher: int
) -> Message:
    message = Message(room=room, key=room.key, seat=seat, lane=lane, number=number, client_id=client_id, cipher=cipher)
    message.body = words
    message.save(force_insert=True)
    return message


def _turn(room: Room, seat: Seat, lane: str) -> None:
    if lane == Lane.ASIDE:
        return
    if seat.is_client:
        client_waits(room)
    else:
        answered(room)


@action("room.message_withdrawn", may=policy.may_withdraw)
def withdraw_message(*, by: Asker, message: Message) -> Done:
    """Said and taken back: both stand in the log, the words are shown to nobody any more."""
    room = lock_living(message.room)
    seat = sitting(by, room)
    if Message.objects.filter(about_id=message.pk, line=Line.WITHDRAWN).exists():
        return about(room, message, silent=True)
    if message.line:
        raise Refused(_("Yang ditulis sistem tidak bisa ditarik."), code="line")
    fact = Message(
        room=room, key=room.key, seat=seat, lane=message.lane, number=next_number(room, message.lane),
        line=Line.WITHDRAWN, about=message,
    )  # fmt: skip
    fact.save(force_insert=True)
    spoke(room, message.lane, but=by.staff_id)
    return about(room, fact, id=message.pk)


@action("room.draft_kept", may=policy.sits)
def keep_draft(*, by: Asker, room: Room, text: str, lane: str = Lane.ROOM) -> Done:
    """What is being written, so that a lost line or another device loses nothing. Nothing is told to anybody."""
    room = lock_living(room)
    mine = Draft.objects.select_related("key").filter(room=room, staff_id=by.staff_id, lane=lane)
    words, cipher = read_draft(room, lane, text)
    if not words.strip():
        mine.delete()
        return Done(None, subject=("room", room.pk), silent=True)
    draft = mine.first() or Draft(room=room, key=room.key, staff_id=by.staff_id, lane=lane)
    draft.body, draft.cipher, draft.changed_at = words, cipher, clock.now()
    draft.save()
    return about(room, draft, silent=True)


@action("room.marked", may=policy.sits)
def mark(*, by: Asker, room: Room, delivered: int = 0, read: int = 0) -> Done:
    """How far the writer's browser has come: what arrived there, and what was on the screen. Never backward, and never
    beyond what was said."""
    seat = policy.seat_of(by, room)
    if seat is None:
        raise Http404
    last = next_number(room, Lane.ROOM) - 1
    read = min(read, last)
    delivered = min(max(delivered, read), last)
    behind = Seat.objects.filter(pk=seat.pk)
    behind = behind.filter(delivered_to__lt=delivered) | behind.filter(read_to__lt=read)
    changed = behind.update(delivered_to=Greatest(F("delivered_to"), delivered), read_to=Greatest(F("read_to"), read))
    # A supervisor who only reads along is not told to the client, so neither is how far they have read.
    if changed and seat.role != SeatRole.SUPERVISOR:
        tell("room.marked", room.pk, {room.pk}, f"{seat.pk}:{delivered}:{read}")
    return about(room, seat, silent=True)


def say_typing(*, by: Asker, room: Room) -> None:
    """A passing notice, kept nowhere; nothing where the asker has no seat."""
    seat = policy.seat_of(by, room)
    if seat is not None and seat.role != SeatRole.SUPERVISOR and room.lives and room.hushed_at is None:
        tell("room.typing", room.pk, {room.pk}, seat.pk)
