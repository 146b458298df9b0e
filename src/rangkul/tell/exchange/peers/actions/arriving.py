"""What another house says about a referral that it sent here: it came, was answered, extended, ended, withdrawn."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import PUBLIC, Asker, acting
from rangkul.base.files import vault
from rangkul.base.models import DataKey
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory.states import Help
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Via
from rangkul.tell.exchange.peers import policy
from rangkul.tell.exchange.peers.actions.outbox import drop_files, put
from rangkul.tell.exchange.peers.envelope import Unopened
from rangkul.tell.exchange.peers.files import told_of
from rangkul.tell.exchange.peers.models import Incoming, IncomingFile, Peer, Said
from rangkul.tell.exchange.peers.states import ENDING, Effect, Kind

_PLACE = re.compile(r"\d\d(\.\d\d(\.\d\d)?)?")
_LINE, _WORDS, _MOST_ITEMS, _MOST_FILES = 160, 10_000, 20, 10
_NOBODY = UUID(int=0)


def about(row: Incoming, result: Any = None, *, silent: bool = False, **payload: Any) -> Done:
    return Done(
        result or row, subject=("request", row.request_id), payload={"id": str(row.pk)} | payload,
        agency_id=row.agency_id, silent=silent,
    )  # fmt: skip


def line(body: Mapping[str, Any], name: str, most: int = _LINE) -> str:
    """Words of the other house. Raises Unopened for what is none or too long: half of it would be another message."""
    found = body.get(name, "")
    if not isinstance(found, str) or len(found) > most or "\x00" in found:
        raise Unopened(400, "unreadable")
    return found.strip()


def moment(body: Mapping[str, Any], name: str) -> datetime:
    try:
        found = datetime.fromisoformat(line(body, name))
    except ValueError as error:
        raise Unopened(400, "unreadable") from error
    if found.tzinfo is None:
        raise Unopened(400, "unreadable")
    return found


def _items(body: Mapping[str, Any]) -> list[dict[str, str]]:
    found = body.get("items")
    if not isinstance(found, list) or len(found) > _MOST_ITEMS or not all(isinstance(one, dict) for one in found):
        raise Unopened(400, "unreadable")
    return [{name: line(one, name, 1_000) for name in ("name", "label", "value")} for one in found]


def _files(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the sender says will follow; a house of before sends none."""
    found = body.get("files", [])
    if not isinstance(found, list) or len(found) > _MOST_FILES:
        raise Unopened(400, "unreadable")
    return [told_of(one).values() for one in found]


def _content(body: Mapping[str, Any]) -> dict[str, Any]:
    """What a worker here reads, and nothing that was not asked for."""
    kind = line(body, "need")
    return {
        "need": kind if kind in Help.values else "",
        "host": line(body, "host", 300),
        "asked": line(body, "asked", _WORDS),
        "ground": line(body, "ground"),
        "items": _items(body),
        "files": _files(body),
    }


def _place(body: Mapping[str, Any]) -> str:
    code = line(body, "region")
    return code if _PLACE.fullmatch(code) and wilayah.path(code) else ""


@action("incoming.received", may=policy.is_house)
def arrive(*, by: Asker, peer: Peer, thread: UUID, body: Mapping[str, Any]) -> Done:
    """A request of its own in the queue, whose words say only from whom it comes: what was sent lies beside it, under
    a key that ends with the right to read it."""
    content, sender, until = _content(body), line(body, "from") or peer.name, moment(body, "valid_to")
    if until <= clock.now():
        raise Unopened(410, "too_old")
    what = dict(Help.choices).get(content["need"], _("bantuan"))
    words = _("Rujukan dari %(who)s: %(what)s. Isinya ada di halaman rujukan.") % {"who": sender, "what": what}
    given = HandedIn(narrative=words, region_code=_place(body), via=Via.PARTNER, agency_id=peer.agency_id)
    with acting(PUBLIC):
        request = intake.submit(by=PUBLIC, given=given)
    with acting(by):
        told = " ".join([content["asked"], *(one["value"] for one in content["items"])])
        intake.heed(by=by, request=request, text=told)
        row = Incoming(
            peer=peer, agency_id=peer.agency_id, thread=thread, request=request, key=DataKey.make(), sender=sender,
            answer_by=moment(body, "answer_by"), valid_to=until,
        )  # fmt: skip
        row.content = json.dumps(content, ensure_ascii=False)
        row.save(force_insert=True)
    return about(row)


@action("incoming.told", may=policy.is_house)
def hear_answer(*, by: Asker, incoming: Incoming, words: str) -> Done:
    kept = Said(incoming=incoming, key=incoming.key, kind=Kind.ANSWER)
    kept.words = words
    kept.save(force_insert=True)
    return about(incoming, kept)


@action("incoming.extended", may=policy.is_house)
def extend(*, by: Asker, incoming: Incoming, until: datetime) -> Done:
    incoming.valid_to = until
    incoming.save(update_fields=["valid_to"])
    return about(incoming)


@action("incoming.ended", may=policy.is_house)
def end(*, by: Asker, incoming: Incoming, kind: str, stop_due: datetime | None = None) -> Done:
    """The right to read is over: what was sent is destroyed. Where it was withdrawn before anybody opened it, nothing
    is left to be stopped; else a person here says that it is used no more."""
    incoming.ended_at, incoming.ended_as, incoming.content = clock.now(), kind, None
    if kind == Kind.WITHDRAWN:
        incoming.stop_due_at = stop_due or clock.now()
        incoming.stopped_at = None if incoming.seen_at else clock.now()
    incoming.save(update_fields=["ended_at", "ended_as", "content", "stop_due_at", "stopped_at"])
    key = incoming.key
    key.wrapped, key.destroyed_at = None, clock.now()
    key.save(update_fields=["wrapped", "destroyed_at"])
    came = list(IncomingFile.objects.filter(incoming=incoming, announced__isnull=False).values_list("pk", flat=True))
    transaction.on_commit(lambda: [vault.remove(pk) for pk in came])
    if kind in ENDING:
        drop_files(incoming.thread)
        _take_back(incoming.request_id)
    return about(incoming, kind=kind)


@action("incoming.withdrawn", may=policy.is_house)
def withdraw_ended(*, by: Asker, incoming: Incoming, stop_due: datetime | None = None) -> Done:
    """It had ended when the client took the consent back. What was sent is destroyed already; whoever read it says that
    nothing of it is used any more."""
    incoming.stop_due_at = stop_due or clock.now()
    incoming.stopped_at = None if incoming.seen_at else clock.now()
    incoming.save(update_fields=["stop_due_at", "stopped_at"])
    return about(incoming)


def _take_back(request_id: UUID) -> None:
    """A request that nobody has accepted goes out of the queue by the hand of whoever asked. The house that sent it
    still cares for the person, and here nothing of them is used any more."""
    asker = Asker("ticket", ticket_id=request_id)
    with acting(asker):
        request = Request.objects.select_related("key").get(pk=request_id)
        if request.is_open:
            intake.withdraw(by=asker, request=request, cared_for=True)


@action("peer_message.refused", may=policy.is_house)
def refuse(*, by: Asker, code: str, status: int, peer: Peer | None = None) -> Done:
    """Kept for who looks into the log: from whom it says it came, and why it was not believed."""
    return Done(
        peer, subject=("peer", peer.pk if peer else _NOBODY), payload={"code": code, "status": status},
        agency_id=peer.agency_id if peer else None,
    )  # fmt: skip


def say(row: Incoming, kind: str, **words: Any) -> None:
    """Answer the other house, numbered after what was said before."""
    Incoming.objects.select_for_update().filter(pk=row.pk).first()
    row.said_n = Incoming.objects.values_list("said_n", flat=True).get(pk=row.pk) + 1
    row.save(update_fields=["said_n"])
    put(row.peer, row.thread, row.said_n, kind, row.request.key, words)


def effect_of(row: Incoming) -> str:
    """Of a withdrawal: whether anything is left that a person must stop using."""
    return Effect.DONE if row.waits_for_stop else Effect.ERASED
