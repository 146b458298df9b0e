"""A client seals a room, and its key goes from browser to browser. The server passes on what it cannot open."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models import Case
from rangkul.support.counselling import policy, queries, sealed_words
from rangkul.support.counselling.actions.clock import client_waits
from rangkul.support.counselling.actions.heeding import redden
from rangkul.support.counselling.actions.key_rows import keep_key, keyed
from rangkul.support.counselling.actions.kinds import QUESTION, drop_question
from rangkul.support.counselling.actions.rows import about, lock, lock_living, sitting, spoke
from rangkul.support.counselling.models import Room, RoomKey, Seat, Transcript
from rangkul.support.counselling.words import plain

_JOB = job("counselling.danger_said")
_LONGEST_TRANSCRIPT = 400_000


@action("room.sealed", may=policy.is_client)
def seal_room(*, by: Asker, room: Room, wrapped: str, keys: dict[UUID, str]) -> Done:
    """From here on the room takes sealed letters alone. `wrapped` is its key by the client's words, `keys` the same for
    each worker who may take it."""
    room = lock_living(room)
    if room.end_to_end:
        return about(room, silent=True)
    if not queries.may_be_sealed(room):
        raise Refused(_("Ruang ini tidak bisa dikunci lagi. Anda tetap bisa menulis surat biasa."), code="late")
    there = {one.id for one in queries.takers(room)}
    given = {pk: words for pk, words in keys.items() if pk in there}
    if not given:
        raise Refused(
            _("Belum ada petugas yang bisa membuka surat terkunci. Tulislah surat biasa, atau coba lagi nanti."),
            code="nobody",
        )
    seat = sitting(by, room)
    keep_key(room, seat, None, sealed_words.room_key_of_client(wrapped))
    for pk, words in given.items():
        keep_key(room, seat, pk, words)
    room.end_to_end = True
    drop_question(room)
    room.save(update_fields=["end_to_end", *QUESTION])
    return about(room, workers=len(given))


@action("room.key_rewrapped", may=policy.is_client)
def rewrap_room(*, by: Asker, room: Room, wrapped: str) -> Done:
    """The client chose other words; the room's key stays the same."""
    room = lock(room)
    row = queries.my_room_key(room, by)
    if row is None:
        raise Refused(_("Ruang ini tidak terkunci."), code="open")
    row.wrapped, row.changed_at = sealed_words.room_key_of_client(wrapped), clock.now()
    row.save(update_fields=["wrapped", "changed_at"])
    return about(room)


@action("room.key_given", may=policy.sits)
def give_key(*, by: Asker, room: Room, worker_key: UUID, wrapped: str) -> Done:
    """Who holds the key gives it to somebody who sits there with a new pair, because they lost the old one."""
    room = lock(room)
    holder = next((one for one in queries.holders(room) if one.id == worker_key and one.seated), None)
    if not room.end_to_end or holder is None:
        raise Refused(_("Petugas ini tidak duduk di ruang ini."), code="absent")
    if holder.given:
        return about(room, silent=True)
    keep_key(room, sitting(by, room), holder.id, sealed_words.room_key_for_worker(wrapped))
    keyed(Seat.objects.get(room=room, staff_id=holder.staff_id, left_at=None))
    return about(room, to=holder.staff_id)


@action("room.danger_said", may=policy.is_client)
def say_danger(*, by: Asker, room: Room) -> Done:
    """In a sealed room no machine reads signs of danger, so the client has a press for it: red, at once."""
    with acting(_JOB):
        request = Request.objects.select_related("key").filter(pk=room.request_id).first()
        if request is not None:
            reason = _("Klien menekan “Saya dalam bahaya”.")
            intake.raise_level(by=_JOB, request=request, level=Level.MERAH, reason=reason)
    room = lock(room)
    if room.lives:
        client_waits(room)
        redden(room)
        spoke(room)
    return about(room, owner=room.owner_id)


@action("room.transcript_handed_in", may=policy.sits)
def hand_in_words(*, by: Asker, room: Room, text: str) -> Done:
    """The plain words of a sealed room, from a worker's browser into the file: only where the client wants that."""
    room = lock(room)
    if by.kind != "staff" or not room.end_to_end or not room.in_file:
        raise Refused(_("Klien tidak meminta percakapan ini disimpan di berkas."), code="unasked")
    words = plain(text)
    if not words or len(words) > _LONGEST_TRANSCRIPT:
        raise Refused(_("Salinannya kosong atau terlalu panjang."), field="text")
    if (standing := Transcript.objects.filter(room=room).first()) is not None:
        return about(room, standing, silent=True)
    case = Case.objects.select_related("key").filter(pk=room.case_id).first() if room.case_id else None
    request = Request.objects.select_related("key").filter(pk=room.request_id).first()
    row = Transcript(room=room, key=case.key if case else request.key if request else room.key, by_id=by.staff_id)
    row.text = words
    row.save(force_insert=True)
    return about(room, row)


def forget_keys(room: Room) -> None:
    """With the words goes whatever opened them."""
    RoomKey.objects.filter(room=room).delete()
