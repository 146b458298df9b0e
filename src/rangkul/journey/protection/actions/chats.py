"""A chat export that a client brings: looked at whole before anything is kept, unfolded by a job, marked by people."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any, BinaryIO

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.work import later
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.protection import chats, policy
from rangkul.journey.protection.actions.evidence import Brought, attached, begun, sealed
from rangkul.journey.protection.actions.rows import about, beside, lock_open
from rangkul.journey.protection.models import Chat, ChatMark, ChatSheet, Evidence, Folder, within
from rangkul.journey.protection.states import CHAT, SHEET, Basis, ChatState, EvidenceKind

# Nobody brings a chat by a duty of the law: it is the client's own, or a child's with the guardian.
_ALLOWED = (Basis.CONSENT, Basis.GUARDIAN)


@action("chat.brought", may=policy.may_keep)
def bring_chat(
    *, by: Asker, folder: Folder, brought: Brought, purpose: str, file: BinaryIO, size: int, name: str = ""
) -> Done:
    """Raises Refused, and keeps nothing, for what is no export or is too large. The original becomes evidence."""
    folder = lock_open(folder)
    purpose = said_purpose(purpose)
    if brought.basis not in _ALLOWED:
        raise Refused(_("Percakapan disimpan hanya dengan persetujuan yang membawanya, atau walinya."), field="basis")
    read = read_export(file)
    row = begun(folder, by, brought)
    document = attached(by, folder, file, size, name or brought.title, export=True)
    row.kind, row.document, row.sha256 = EvidenceKind.CHAT, document, bytes(document.sha256)
    return with_chat(sealed(folder, row), row, purpose, read)


def said_purpose(purpose: str) -> str:
    return filled(purpose, _("Tulis untuk apa percakapan ini disimpan."), "purpose")


def read_export(file: BinaryIO) -> chats.Read:
    """Raises Refused for what is no export or is too large."""
    try:
        return chats.read(chats.text_of(file))
    except chats.BadExport as bad:
        raise Refused(bad.message, field="file", code="export") from bad


def with_chat(done: Done, row: Evidence, purpose: str, read: chats.Read) -> Done:
    """Beside the evidence that was sealed the chat in it; a job unfolds it once its dates can be read one way."""
    folder = row.folder
    chat = Chat(**within(folder), key=folder.key, evidence=row, state=ChatState.ASKING)
    chat.purpose = purpose
    if len(read.orders) == 1:
        chat.state, chat.order = ChatState.WAITING, read.orders[0]
    chat.save(force_insert=True)
    if chat.order:
        later("protection.unfold", chat_id=str(chat.pk))
    return Done(chat, done.subject, {**done.payload, "chat": str(chat.pk)}, done.agency_id, done.unit_id)


def _held(chat: Chat) -> Chat:
    related = ("case", "request", "key", "evidence__document__key")
    rows = Chat.objects.select_for_update(of=("self",)).select_related(*related)
    held = rows.filter(pk=chat.pk).first()
    if held is None:
        raise Http404
    return held


@action("chat.ordered", may=policy.may_read_chat)
def say_order(*, by: Asker, chat: Chat, order: str) -> Done:
    """A person says how the days are meant."""
    held = _held(chat)
    CHAT.step(held, "order")
    if order not in ("dmy", "mdy"):
        raise Refused(_("Pilih salah satu dari daftar."), field="order")
    held.order, held.ordered_by_id = order, by.staff_id
    held.save(update_fields=["state", "order", "ordered_by"])
    later("protection.unfold", chat_id=str(held.pk))
    return about(held.folder, held, order=order)


@action("chat.unfolded", may=policy.is_job)
def unfold(*, by: Asker, chat: Chat, messages: Iterator[chats.Message]) -> Done:
    """Seal the messages in sheets, all of them or none."""
    held = _held(chat)
    CHAT.step(held, "unfold")
    while sheet := list(islice(messages, SHEET)):
        row = ChatSheet(**beside(held), chat=held, first=held.messages)
        row.body = json.dumps([_plain(one) for one in sheet], ensure_ascii=False, separators=(",", ":"))
        row.days = json.dumps(_days(sheet, held.messages))
        row.save(force_insert=True)
        held.messages += len(sheet)
    held.save(update_fields=["state", "messages"])
    return about(held.folder, held, messages=held.messages)


def _days(sheet: list[chats.Message], first: int) -> list[tuple[str, int]]:
    """The days of a sheet, each with the place of its first message."""
    found: dict[str, int] = {}
    for place, message in enumerate(sheet, first):
        found.setdefault(message.at.date().isoformat(), place)
    return list(found.items())


def _plain(message: chats.Message) -> dict[str, Any]:
    said = {name: value for name, value in asdict(message).items() if value}
    return {**said, "at": message.at.isoformat()}


@action("chat.marked", may=policy.may_read_chat)
def mark(*, by: Asker, chat: Chat, place: int, why: str) -> Done:
    held = _held(chat)
    if not 0 <= place < held.messages:
        raise Http404
    row = ChatMark(**beside(held), chat=held, place=place, by_id=by.staff_id)
    row.why = filled(why, _("Tulis mengapa pesan ini penting."), "why")
    if held.marks.filter(place=place, lifted_at=None).exists():
        raise Refused(_("Pesan ini sudah ditandai."), code="marked")
    row.save(force_insert=True)
    return about(held.folder, row, chat=held.pk)


@action("chat.unmarked", may=policy.may_unmark)
def unmark(*, by: Asker, mark: ChatMark) -> Done:
    done = ChatMark.objects.filter(pk=mark.pk, lifted_at=None).update(lifted_at=clock.now(), lifted_by_id=by.staff_id)
    return about(mark.folder, mark, chat=mark.chat_id, silent=not done)
