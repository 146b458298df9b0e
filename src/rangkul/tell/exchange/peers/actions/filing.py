"""Files of a referral that came from another house: kept as they come, and results that are handed back."""

from __future__ import annotations

import json
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rangkul.base import events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.files import sniff, vault
from rangkul.base.models import Event
from rangkul.tell.exchange.peers import policy
from rangkul.tell.exchange.peers.actions.answering import by_the_house, held
from rangkul.tell.exchange.peers.actions.arriving import about
from rangkul.tell.exchange.peers.actions.outbox import put_file
from rangkul.tell.exchange.peers.files import LARGEST_FILE, Brought, Told
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Incoming, IncomingFile
from rangkul.tell.exchange.peers.states import Effect, FileState, Kind, MessageState

MOST_FILES = 10


@action("incoming.file_received", may=policy.is_house)
def keep_file(*, by: Asker, incoming: Incoming, brought: Brought) -> Done:
    """Only what the letter of the referral announced, and only while it may be read."""
    row = held(incoming)
    announced = json.loads(row.content or "{}").get("files", []) if row.is_living else []
    if brought.told.values() not in announced:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    found = sniff.kind_of(brought.file, brought.told.size)
    kept = IncomingFile(
        incoming=row, key=row.key, announced=brought.told.id, media_type=found.media_type, size=brought.told.size
    )
    kept.name = _called(brought.told.name, found.extension)
    kept.sha256 = vault.keep(kept.pk, row.key, brought.file)
    kept.save(force_insert=True)
    return about(row, kept)


@action("incoming.file_sent", may=policy.may_answer)
def hand_over(*, by: Asker, incoming: Incoming, file: BinaryIO, size: int, name: str) -> Done:
    """A letter or result for whoever referred. The same file twice is one."""
    found = sniff.kind_of(file, size)
    if size > LARGEST_FILE:
        raise Refused(_("Berkas terlalu besar: paling besar 5 MB."), field="file", code="size")
    with by_the_house(incoming):
        row = held(incoming)
        if not row.is_living:
            raise Refused(_("Rujukan ini sudah berakhir."), code="state")
        ours = IncomingFile.objects.filter(incoming=row, announced=None)
        if ours.count() >= MOST_FILES:
            raise Refused(_("Sudah ada 10 berkas. Hubungi pengirim rujukan ini."), field="file", code="many")
        kept = IncomingFile(
            incoming=row, key=row.request.key, media_type=found.media_type, size=size, state=FileState.WAITING,
            by_id=by.staff_id,
        )  # fmt: skip
        kept.name = _called(name, found.extension)
        kept.sha256 = vault.keep(kept.pk, kept.key, file)
        twin = ours.filter(sha256=kept.sha256).first()
        if twin is not None:
            vault.remove(kept.pk)
            return about(row, twin, silent=True)
        kept.save(force_insert=True)
        told = Told(kept.pk, kept.name, size, bytes(kept.sha256).hex())
        put_file(row.peer, row.thread, told, kept.key, kept.pk)
        return about(row, kept)


def _called(name: str, extension: str) -> str:
    """As people call it, ending in what it is."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].strip()
    return f"{stem[:120] or _('Berkas')}.{extension}"


@events.after("peer_message.settled")
def arrived(event: Event) -> None:
    """What the other house has is not kept here for it any longer."""
    told = event.payload
    if told["kind"] != Kind.FILE:
        return
    pk = UUID(told["thread"])
    with acting(HOUSE):
        if IncomingFile.objects.filter(pk=pk, announced=None).update(state=_state(told)):
            transaction.on_commit(lambda: vault.remove(pk))


def _state(told: dict[str, str]) -> str:
    if told["state"] != MessageState.DELIVERED:
        return FileState.FAILED
    return FileState.DELIVERED if told["effect"] == Effect.DONE else FileState.REFUSED
