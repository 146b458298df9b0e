"""A room's key goes to whoever comes into a sealed room: wrapped in the browser of one who holds it already."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.live.telling import tell
from rangkul.commons.people.models import Staff
from rangkul.support.counselling import queries, sealed_words
from rangkul.support.counselling.actions.rows import aside_topic, sitting
from rangkul.support.counselling.models import Room, RoomKey, Seat
from rangkul.support.counselling.states import CIPHER, LONGEST_MESSAGE, Lane, SeatRole


def keep_key(room: Room, seat: Seat, worker_key_id: UUID | None, wrapped: str) -> RoomKey:
    """`worker_key_id` is None for the client's own."""
    row = RoomKey(room=room, key=room.key, by=seat, worker_key_id=worker_key_id)
    row.wrapped, row.changed_at = wrapped, clock.now()
    row.save(force_insert=True)
    return row


def keyed(seat: Seat) -> None:
    """Pages of a sealed room look again whose keys there are. Of a supervisor beside it the client is told nothing."""
    topics = {aside_topic(seat.room_id)} | (set() if seat.role == SeatRole.SUPERVISOR else {seat.room_id})
    tell("room.keyed", seat.room_id, topics)


def let_in(by: Asker, room: Room, staff: Staff, wrapped: str = "") -> None:
    """Whoever comes into a sealed room holds its key, or is given it now. Raises Refused where they could not read."""
    if not room.end_to_end:
        return
    holder = next((one for one in queries.holders(room) if one.staff_id == staff.pk), None)
    if holder is None:
        words = _("%(who)s belum membuat kunci surat, jadi tidak bisa membaca ruang yang terkunci ini.")
        raise Refused(words % {"who": staff.called_name}, field="staff", code="no_key")
    if holder.given:
        return
    if not wrapped:
        words = _("%(who)s belum memegang kunci ruang ini. Buka dulu ruang ini dengan kata kunci Anda, lalu ulangi.")
        raise Refused(words % {"who": staff.called_name}, field="staff", code="locked")
    keep_key(room, sitting(by, room), holder.id, sealed_words.room_key_for_worker(wrapped))


def refuse_without_key(by: Asker, room: Room) -> None:
    """Only who can read a sealed room takes it."""
    if room.end_to_end and queries.my_room_key(room, by) is None:
        raise Refused(
            _("Surat ini dikunci, dan Anda tidak memegang kuncinya. Rekan yang memegangnya bisa mendampingi."),
            code="no_key",
        )


def read_letter(room: Room, lane: str, text: str, client_id: UUID | None = None) -> tuple[str, int]:
    """What is to be kept of a letter to a sealed room, and in which format; ("", 0) where the room is not sealed."""
    if not room.end_to_end or lane != Lane.ROOM:
        return "", 0
    if client_id is None:
        raise Refused(_("Surat ini tidak terkunci dengan benar. Muat ulang halamannya."), code="unsealed")
    return sealed_words.letter(text), CIPHER


def read_draft(room: Room, lane: str, text: str) -> tuple[str, int]:
    """The same for what is still being written; without sealing it is only cut off."""
    if not room.end_to_end or lane != Lane.ROOM or not text.strip():
        return text[: LONGEST_MESSAGE * 2], 0
    return sealed_words.letter(text), CIPHER
