"""From lines to messages: who wrote what, when, as it stands there."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from rangkul.base.forms.kit import clean_text
from rangkul.journey.protection.chats.heads import HIDDEN, ORDERS, Head, head_of, orders_of
from rangkul.journey.protection.chats.opening import BadExport

# A name longer than this is a sentence of the system with a colon in it.
_LONGEST_NAME = 80
_LONGEST_MARK = 60
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NAMED = re.compile(rf"([^:\n]{{1,{_LONGEST_NAME}}}):(?:[ \n](.*)|$)", re.DOTALL)
_OMITTED = re.compile(
    r"<?(?:media|gambar|foto|video|audio|stiker|sticker|gif|dokumen|document|image|kartu kontak|contact card|"
    r"pesan suara|voice message|catatan video|video note) (?:tidak disertakan|omitted)>?",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"<(?:attached|terlampir|lampiran): ([^>\n]+)>"
    r"|^([^\n<>]+\.\w{2,5}) \((?:file attached|file terlampir|berkas terlampir)\)",
    re.IGNORECASE,
)
_DELETED = re.compile(
    r"(?:pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini|this message was deleted|"
    r"you deleted this message)\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:pesan ini diedit|this message was edited)>\s*$", re.IGNORECASE)
MEDIA_MARKS = frozenset({"omitted", "attached"})


class Unreadable(BadExport):
    """There is no message in it, or its days make no calendar."""


@dataclass(frozen=True, slots=True)
class Message:
    """`at` is the telephone's own clock, without a zone. `kind`: text, system, omitted, attached, deleted."""

    at: datetime
    who: str
    text: str
    kind: str
    edited: bool = False
    file: str = ""


@dataclass(frozen=True)
class Read:
    """`orders`: how the days may be meant; with more than one a person chooses and `messages` asks for it. `before`:
    lines before the first message, which belong to none."""

    pieces: list[tuple[Head, str]]
    orders: tuple[str, ...]
    before: int

    def messages(self, order: str) -> Iterator[Message]:
        for head, body in self.pieces:
            at = head.at(order)
            assert at is not None, "an order that was not among those found"
            yield _message(at, body)

    def ends(self, order: str) -> tuple[datetime, datetime]:
        """The earliest and the latest moment, if the days are meant so."""
        moments = [at for head, _body in self.pieces if (at := head.at(order))]
        return min(moments), max(moments)


def read(text: str) -> Read:
    """Raises Unreadable. Nothing is left out: what follows a head belongs to its message up to the next head."""
    pieces: list[tuple[Head, list[str]]] = []
    before = 0
    for line in io.StringIO(text, newline=None):
        head = head_of(line)
        if head is not None:
            pieces.append((head, [head.rest]))
        elif pieces:
            pieces[-1][1].append(line)
        elif HIDDEN.sub("", line).strip():
            before += 1
    if not pieces:
        raise Unreadable(_("Ini bukan ekspor percakapan WhatsApp: tidak ada satu pun pesan bertanggal."))
    orders = orders_of([head for head, _lines in pieces])
    if not orders:
        raise Unreadable(_("Tanggal di berkas ini bercampur dan tidak bisa dibaca dengan pasti."))
    kept = tuple(order for order in ORDERS if order in _told_apart(orders, pieces))
    return Read([(head, "".join(lines)) for head, lines in pieces], kept, before)


def _told_apart(orders: set[str], pieces: list[tuple[Head, list[str]]]) -> set[str]:
    """Where day and month are the same number throughout, both orders say the same."""
    same = all(head.parts[0] == head.parts[1] for head, _lines in pieces)
    return {"dmy"} if same and "dmy" in orders else orders


def _message(at: datetime, body: str) -> Message:
    """Names and words as they stand, without signs that hide or turn them; the original keeps those too."""
    plain = _cleaned(body).strip()
    named = _NAMED.match(plain)
    if named is None:
        return Message(at, "", plain, "system")
    who, text = named[1].strip(), (named[2] or "").strip()
    edited = text.endswith(">") and _EDITED.search(text) is not None
    text = _EDITED.sub("", text) if edited else text
    if ("<" in text or ")" in text) and (attached := _ATTACHED.search(text)) is not None:
        return Message(at, who, text, "attached", edited, (attached[1] or attached[2]).strip())
    return Message(at, who, text, _kind(text), edited)


def _kind(text: str) -> str:
    if len(text) > _LONGEST_MARK:
        return "text"
    if _DELETED.fullmatch(text):
        return "deleted"
    return "omitted" if _OMITTED.fullmatch(text) else "text"


def _cleaned(body: str) -> str:
    """As everything that people type, without signs that hide or turn; a plain text needs no look at each letter."""
    if body.isascii() and not _CONTROLS.search(body):
        return body
    return clean_text(HIDDEN.sub("", body))
