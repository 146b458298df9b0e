"""What rooms add to the rights of a person: an open one is kept, and what was said in it belongs into their copy."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.support.counselling.models import GroupMessage, Message, Room, Transcript
from rangkul.support.counselling.states import LIVING, Lane, RoomState


def connect() -> None:
    hooks.must_keep.append(open_room)
    hooks.stranger_must_keep.append(open_room_of_request)
    hooks.copies.append(copy_of_rooms)


def open_room(person_id: UUID) -> Iterator[str]:
    mine = Q(request__person_id=person_id) | Q(case__person_id=person_id)
    if Room.objects.filter(mine, state__in=LIVING).exists():
        yield _("Masih ada percakapan di ruang konseling. Akhiri dulu percakapannya.")


def open_room_of_request(request_id: UUID) -> Iterator[str]:
    if Room.objects.filter(request_id=request_id, state__in=LIVING).exists():
        yield _("Masih ada percakapan di ruang konseling. Akhiri dulu percakapannya.")


def copy_of_rooms(whose: Whose) -> Iterator[Section]:
    """What both sides said to each other. What staff said among themselves stays out of it."""
    mine = Q(request__person_id__in=whose.person_ids) | Q(request_id=whose.request_id, request_id__isnull=False)
    for room in Room.objects.filter(mine).select_related("key").order_by("began_at"):
        title = _("Percakapan %(when)s") % {"when": f"{clock.local(room.began_at):%d-%m-%Y %H.%M}"}
        yield Section(title, tuple(_rows(room)))


def _rows(room: Room) -> Iterator[tuple[str, str]]:
    yield _("Keadaan"), room.get_state_display()
    if room.state == RoomState.ERASED:
        return
    if room.place:
        yield _("Tempat yang Anda sebut"), room.place
    if room.nearby:
        yield _("Yang bisa menemani Anda"), room.nearby
    if room.end_to_end:
        yield from _sealed_rows(room)
        return
    said = Message.objects.filter(room=room, lane=Lane.ROOM, line="").exclude(withdrawals__isnull=False)
    for message in said.select_related("key", "seat", "enclosure").order_by("number"):
        who = _("Anda") if message.seat.is_client else message.seat.name
        yield f"{who}, {clock.local(message.at, room.region_code):%d-%m %H.%M}", with_file(message, message.body)


def with_file(message: Message | GroupMessage, words: str) -> str:
    """What was said, and what the file beside it is called."""
    file = getattr(message, "enclosure", None)
    if file is None:
        return words
    file.key = message.key
    return "\n".join(dict.fromkeys((words, _("Lampiran: %(name)s") % {"name": file.name})))


def _sealed_rows(room: Room) -> Iterator[tuple[str, str]]:
    """What nobody but the two sides can open is no use on paper; what was handed over in the open is."""
    yield _("Kata-katanya"), _("Terkunci. Anda membacanya di ruang itu dengan kata kunci Anda.")
    handed = Transcript.objects.select_related("key").filter(room=room).first()
    if handed is not None:
        yield _("Salinan di berkas"), handed.text
