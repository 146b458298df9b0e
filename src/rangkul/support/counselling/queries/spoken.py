"""What was said in a room, as somebody may read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.live.reading import BATCH
from rangkul.base.ready import ready
from rangkul.entry.signals.queries import told
from rangkul.support.counselling.models import Draft, GroupMessage, Message, Room, Seat
from rangkul.support.counselling.states import Lane, Line

# So many are on the page when it opens; the whole is a page of its own.
SHOWN = 200


@dataclass(frozen=True)
class File:
    """What was sent with a message. `shows`: "picture", "sound", or "" as a link alone."""

    id: UUID
    name: str
    shows: str
    size: int
    url: str
    # By a browser, which alone opens it.
    sealed: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "shows": self.shows, "url": self.url, "size": filesizeformat(self.size),
                "sealed": self.sealed}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One line of the conversation. `mine`: the reader said it. `line` is what the house wrote, in words."""

    id: UUID
    number: int
    lane: str
    seat: UUID
    who: str
    mine: bool
    client: bool
    at: datetime
    text: str = ""
    line: str = ""
    # What in it is a sign of danger, for staff alone.
    signs: tuple[str, ...] = ()
    about: UUID | None = None
    client_id: UUID | None = None
    withdrawn: bool = False
    # In which format a browser sealed the words; then the text opens in a browser alone.
    cipher: int = 0
    file: File | None = None

    def as_json(self, region_code: str) -> dict[str, Any]:
        at = clock.local(self.at, region_code)
        return {
            "id": str(self.id),
            "number": self.number,
            "lane": self.lane,
            "seat": str(self.seat),
            "who": self.who,
            "mine": self.mine,
            "client": self.client,
            "at": at.isoformat(),
            "clock": f"{at:%H.%M}",
            "text": self.text,
            "line": self.line,
            "signs": list(self.signs),
            "about": str(self.about) if self.about else "",
            "key": str(self.client_id) if self.client_id and self.mine else "",
            "cipher": self.cipher,
            # Of a sealed one everybody needs the number: it is sealed together with the words.
            "once": str(self.client_id) if self.cipher else "",
            "file": self.file.as_json() if self.file else None,
        }


@ready
def _after(room_id: UUID, number: int, *, lane: str) -> QuerySet[Message]:
    rows = Message.objects.filter(room_id=room_id, lane=lane, number__gt=number)
    return rows.select_related("key", "seat", "enclosure").order_by("number")[:BATCH]


@ready
def _newest(room_id: UUID, *, lane: str) -> QuerySet[Message]:
    rows = Message.objects.filter(room_id=room_id, lane=lane).select_related("key", "seat", "enclosure")
    return rows.order_by("-number")[:SHOWN]


@ready
def _withdrawn(room_id: UUID) -> QuerySet:
    return Message.objects.filter(room_id=room_id, line=Line.WITHDRAWN).values_list("about_id")


def after(room_id: UUID, number: int, lane: str = Lane.ROOM) -> list[Message]:
    """The next messages behind a number, oldest first; the database leaves out what the asker may not read."""
    return _after(room_id, number, lane=lane)


def newest(room: Room, lane: str = Lane.ROOM) -> list[Message]:
    """The last ones, oldest first."""
    return _newest(room.pk, lane=lane)[::-1]


def said(rows: Iterable[Message], by: Asker, room_id: UUID, name: str = "") -> list[Said]:
    """`name`: what the client is called, for staff. What was withdrawn is read by nobody."""
    rows = list(rows)
    gone = {about for (about,) in _withdrawn(room_id)} if rows else set()
    return [_said(row, by, name, row.pk in gone) for row in rows]


def _said(row: Message, by: Asker, name: str, withdrawn: bool) -> Said:
    seat = row.seat
    return Said(
        id=row.pk,
        number=row.number,
        lane=row.lane,
        seat=seat.pk,
        who=_who(seat, by, name),
        mine=_mine(seat, by),
        client=seat.is_client,
        at=row.at,
        text="" if withdrawn or row.line else row.body,
        line=_in_words(row, by, name) if row.line else "",
        signs=_signs(row, by) if not (withdrawn or row.line) else (),
        about=row.about_id,
        client_id=row.client_id,
        withdrawn=withdrawn,
        cipher=0 if withdrawn or row.line else row.cipher,
        file=None if withdrawn else file_of(row, partial(_address, row, by)),
    )


def file_of(row: Message | GroupMessage, address: Callable[[UUID], str]) -> File | None:
    """`address`: under which the reader opens it."""
    found = getattr(row, "enclosure", None)
    if found is None:
        return None
    found.key = row.key
    return File(found.pk, found.name, found.shows, found.size, address(found.pk), bool(found.cipher))


def _address(row: Message, by: Asker, pk: UUID) -> str:
    if by.kind == "ticket":
        return reverse("room:file", args=[pk])
    return reverse("counselling:file", args=[row.room_id, pk])


def _signs(row: Message, by: Asker) -> tuple[str, ...]:
    if by.kind != "staff" or not row.seat.is_client or row.cipher:
        return ()
    return told(row.body)


def _mine(seat: Seat, by: Asker) -> bool:
    return seat.is_client if by.kind == "ticket" else seat.staff_id is not None and seat.staff_id == by.staff_id


def _who(seat: Seat, by: Asker, name: str) -> str:
    if seat.is_client:
        return _("Anda") if by.kind == "ticket" else name or _("Klien")
    return seat.name


def _in_words(row: Message, by: Asker, name: str) -> str:
    words = str(Line(row.line).label)
    if by.kind != "ticket":
        words = _for_staff().get(row.line, words)
    elif row.line == Line.RETURNED:
        words = _("Anda kembali ke ruang")
    return words % {"who": _who(row.seat, by, name)} if "%(who)s" in words else words


def _for_staff() -> dict[str, str]:
    return {
        Line.TAKEN: _("%(who)s mulai mendampingi"),
        Line.HUSHED: _("Klien menutup ruang dengan kata rahasia"),
    }


def draft_of(room: Room, by: Asker, lane: str = Lane.ROOM) -> str:
    row = Draft.objects.select_related("key").filter(room=room, staff_id=by.staff_id, lane=lane).first()
    return row.body if row else ""
