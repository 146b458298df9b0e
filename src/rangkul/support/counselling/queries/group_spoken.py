"""What was said in a meeting, as somebody may read it: the database leaves out what they may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.base.live.reading import BATCH
from rangkul.entry.signals.queries import told
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.group_states import GroupLine
from rangkul.support.counselling.models import GroupDraft, GroupMessage, GroupSeat, Meeting
from rangkul.support.counselling.queries.spoken import SHOWN, Said, file_of
from rangkul.support.counselling.states import Lane


@dataclass(frozen=True)
class GroupSaid(Said):
    """`takes`: the reader may withdraw it, also where somebody else said it. `meeting`: a page that shows another one
    leaves it out."""

    takes: bool = False
    meeting: UUID | None = None

    def in_zone(self, zone: ZoneInfo) -> dict[str, Any]:
        at = self.at.astimezone(zone)
        return {**self.as_json(""), "at": at.isoformat(), "clock": f"{at:%H.%M}", "takes": self.takes,
                "meeting": str(self.meeting)}  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Who reads: their own seat, and whether they lead."""

    by: Asker
    seat: GroupSeat | None
    leads: bool


def reader(by: Asker, meeting: Meeting) -> Reader:
    return Reader(by, policy.seat_in(by, meeting.group), policy.leads(by=by, group=meeting.group))


def group_after(meeting: Meeting, number: int, who: Reader) -> list[GroupSaid]:
    """The next messages behind a number, oldest first."""
    rows = _rows(meeting).filter(beside=None, number__gt=number).order_by("number")
    return _said(rows[:BATCH], meeting, who)


def group_newest(meeting: Meeting, who: Reader) -> list[GroupSaid]:
    rows = _rows(meeting).filter(beside=None).order_by("-number")
    return _said(list(rows[:SHOWN])[::-1], meeting, who)


def private_after(meeting: Meeting, number: int, who: Reader) -> list[GroupSaid]:
    """A member's private line by its own numbers; for who leads all lines as one, counted in the order of saying. So a
    member learns from no gap that others wrote too."""
    if who.leads:
        rows = _rows(meeting).filter(beside__isnull=False).order_by("at", "id")[number : number + BATCH]
        return _said(rows, meeting, who, first=number + 1)
    if who.seat is None:
        return []
    rows = _rows(meeting).filter(beside=who.seat, number__gt=number).order_by("number")
    return _said(rows[:BATCH], meeting, who)


def _rows(meeting: Meeting):
    return GroupMessage.objects.filter(meeting=meeting).select_related("key", "seat__key", "beside__key", "enclosure")


def group_draft_of(meeting: Meeting, seat: GroupSeat | None, lane: str = Lane.ROOM) -> str:
    row = GroupDraft.objects.select_related("key").filter(meeting=meeting, seat=seat, lane=lane).first()
    return row.body if row and seat else ""


def _said(rows: Iterable[GroupMessage], meeting: Meeting, who: Reader, first: int = 0) -> list[GroupSaid]:
    rows = list(rows)
    for row in rows:
        row.meeting = meeting
    gone: set[UUID | None] = set()
    if rows:
        withdrawn = GroupMessage.objects.filter(meeting=meeting, line=GroupLine.WITHDRAWN)
        gone = set(withdrawn.values_list("about_id", flat=True))
    return [_one(row, who, row.pk in gone, first + place if first else row.number) for place, row in enumerate(rows)]


def _one(row: GroupMessage, who: Reader, withdrawn: bool, number: int) -> GroupSaid:
    mine = who.seat is not None and row.seat_id == who.seat.pk
    plain = not (withdrawn or row.line)
    return GroupSaid(
        id=row.pk,
        number=number,
        lane=Lane.ROOM if row.beside_id is None else Lane.ASIDE,
        seat=row.seat_id,
        who=_who(row, mine),
        mine=mine,
        client=row.seat.is_member,
        at=row.at,
        text=row.body if plain else "",
        line=_in_words(row, mine) if row.line else "",
        signs=_signs(row) if plain and who.leads else (),
        about=row.about_id,
        client_id=row.client_id,
        withdrawn=withdrawn,
        takes=plain and (mine or who.leads),
        meeting=row.meeting_id,
        file=file_of(row, partial(_address, row, who)) if plain else None,
    )


def _address(row: GroupMessage, who: Reader, pk: UUID) -> str:
    if who.by.kind == "ticket":
        return reverse("room:group_file", args=[row.meeting.group_id, pk])
    return reverse("counselling:meeting_file", args=[row.meeting_id, pk])


def _who(row: GroupMessage, mine: bool) -> str:
    name = _("Anda") if mine else row.seat.name
    if row.beside_id and not row.seat.is_member:
        return _("%(who)s kepada %(whom)s") % {"who": name, "whom": row.beside.name}
    return name


def _in_words(row: GroupMessage, mine: bool) -> str:
    words = str(GroupLine(row.line).label)
    return words % {"who": _("Anda") if mine else row.seat.name} if "%(who)s" in words else words


def _signs(row: GroupMessage) -> tuple[str, ...]:
    if not row.seat.is_member:
        return ()
    return told(row.body)
