"""A chat as people read it: a page, a day, what somebody searched for. One chat at a time, never several."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rangkul.journey.cases.queries import bytes_of
from rangkul.journey.protection.models import Chat, ChatMark, ChatSheet, Folder, within
from rangkul.journey.protection.states import SHEET

# Enough to go on reading, few enough for a page; what lies beyond is reached by its day.
SHOWN, FOUND = 100, 200
_SHORTEST = 2


@dataclass(frozen=True)
class Line:
    """One message on a page. `new_day`: it is the first of its day there."""

    place: int
    at: datetime
    who: str
    text: str
    kind: str
    edited: bool
    file: str
    mark: ChatMark | None = None
    new_day: bool = False


@dataclass(frozen=True)
class Reading:
    """`more`: there was more than is shown. `days`: every day of the chat with the place of its first message."""

    lines: list[Line]
    more: bool = False
    days: list[tuple[date, int]] = field(default_factory=list)


def chats_of(folder: Folder) -> list[Chat]:
    rows = Chat.objects.filter(**within(folder)).select_related("key", "evidence__key")
    return list(rows.order_by("-made_at"))


def chat_of(folder: Folder, chat_id: UUID) -> Chat:
    """Raises Chat.DoesNotExist where there is none that the asker sees."""
    related = ("key", "case__key", "request__key", "evidence__key", "evidence__document__key", "ordered_by")
    return Chat.objects.select_related(*related).get(pk=chat_id, **within(folder))


def original_of(chat: Chat) -> Iterator[bytes]:
    return bytes_of(chat.evidence.document)


def mark_of(chat: Chat, mark_id: UUID) -> ChatMark:
    return ChatMark.objects.select_related("case", "request", "key").get(pk=mark_id, chat=chat)


def marks_of(chat: Chat) -> dict[int, ChatMark]:
    rows = ChatMark.objects.filter(chat=chat, lifted_at=None).select_related("key", "by")
    return {row.place: row for row in rows}


def _lines(chat: Chat, since: int = 0, until: int | None = None) -> Iterator[Line]:
    """From the sheet in which `since` lies to the one in which `until` lies. An erased chat has none."""
    if chat.key.wrapped is None:
        return
    marks = marks_of(chat)
    rows = ChatSheet.objects.filter(chat=chat, first__gt=since - SHEET).select_related("key").defer("days")
    if until is not None:
        rows = rows.filter(first__lte=until)
    last: date | None = None
    for sheet in rows.order_by("first").iterator(chunk_size=20):
        for place, said in enumerate(json.loads(sheet.body), sheet.first):
            line = _line(place, said, marks.get(place), last)
            last = line.at.date()
            yield line


def _line(place: int, said: dict[str, Any], mark: ChatMark | None, last: date | None) -> Line:
    at = datetime.fromisoformat(said["at"])
    return Line(
        place,
        at,
        said.get("who", ""),
        said.get("text", ""),
        said["kind"],
        said.get("edited", False),
        said.get("file", ""),
        mark,
        at.date() != last,
    )


def opened(chat: Chat, since: int = 0) -> Reading:
    """A hundred messages from this place on, and the days to jump to."""
    lines = [line for line in _lines(chat, since, since + SHOWN) if line.place >= since][: SHOWN + 1]
    return Reading(lines[:SHOWN], len(lines) > SHOWN, _days(chat))


def _days(chat: Chat) -> list[tuple[date, int]]:
    """Each day once, with the place where it begins."""
    if chat.key.wrapped is None:
        return []
    rows = ChatSheet.objects.filter(chat=chat).select_related("key").defer("body").order_by("first")
    found: dict[date, int] = {}
    for sheet in rows:
        for day, place in json.loads(sheet.days):
            found.setdefault(date.fromisoformat(day), place)
    return list(found.items())


def searched(chat: Chat, words: str, *, only_marked: bool = False) -> Reading:
    """Messages that hold all these words, whatever their case and accents; in Python, over this one chat."""
    wanted = [one for one in _folded(words).split() if len(one) >= _SHORTEST]
    found: list[Line] = []
    if not wanted and not only_marked:
        return Reading([])
    for line in _lines(chat):
        if only_marked and line.mark is None:
            continue
        held = _folded(f"{line.who} {line.text}")
        if all(one in held for one in wanted):
            found.append(line)
            if len(found) > FOUND:
                break
    return Reading(found[:FOUND], len(found) > FOUND)


_MARKS = re.compile("[\u0300-\u036f]")


def _folded(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
