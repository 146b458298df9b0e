"""Putting a message into the outbox, in the transaction that wants it said; and what came of sending it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from rangkul.base import clock, work
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.tell.exchange.peers import policy
from rangkul.tell.exchange.peers.envelope import LARGEST, Letter, canonical
from rangkul.tell.exchange.peers.files import Told, carried
from rangkul.tell.exchange.peers.models import Message, Peer
from rangkul.tell.exchange.peers.posting import Answered
from rangkul.tell.exchange.peers.states import ENDING, KEPT_DAYS, Fault, Kind, MessageState

# Ten seconds at first, at most a quarter of an hour.
_FIRST, _LONGEST = 10, 900
# Base64 and the head around what is said.
_ROOM = LARGEST * 2 // 3


def put(
    peer: Peer, thread: UUID, n: int, kind: str, key: DataKey, words: dict[str, Any], until: datetime | None = None
) -> Message:
    """The message numbered `n` of its referral. A withdrawal takes back what has not arrived, and does not wait for
    the next round."""
    now = clock.now()
    latest = now + timedelta(days=KEPT_DAYS)
    message = Message(
        peer=peer, agency_id=peer.agency_id, thread=thread, n=n, kind=kind, key=key,
        expires_at=min(until, latest) if until else latest,
    )  # fmt: skip
    body = canonical({"thread": str(thread), "n": n, "kind": kind, **words})
    if len(body) > _ROOM:
        raise ValueError("too much for one message")
    message.body = body.decode()
    if kind in ENDING:
        drop_files(thread)
    if kind == Kind.WITHDRAWN:
        earlier = Message.objects.filter(thread=thread, state=MessageState.WAITING)
        earlier.update(state=MessageState.DROPPED, body=None, settled_at=now)
        Peer.objects.filter(pk=peer.pk).update(next_try_at=now)
    message.save(force_insert=True)
    work.later("peers.deliver", peer_id=str(peer.pk))
    return message


def put_file(peer: Peer, of: UUID, told: Told, key: DataKey, file_id: UUID) -> Message:
    """A file of the referral `of`, under a thread of its own: its bytes are read where they lie when it goes."""
    now = clock.now()
    message = Message(
        peer=peer, agency_id=peer.agency_id, thread=told.id, n=1, kind=Kind.FILE, key=key, of=of, file_id=file_id,
        expires_at=now + timedelta(days=KEPT_DAYS),
    )  # fmt: skip
    said = {"thread": str(told.id), "n": 1, "kind": Kind.FILE, "of": str(of), "file": told.values()}
    message.body = canonical(said).decode()
    message.save(force_insert=True)
    work.later("peers.deliver", peer_id=str(peer.pk))
    return message


def drop_files(of: UUID) -> None:
    """The right to read has ended: what has not gone yet does not go."""
    waits = Message.objects.filter(of=of, state=MessageState.WAITING)
    waits.update(state=MessageState.DROPPED, body=None, settled_at=clock.now())


def letter_of(message: Message) -> Letter | None:
    """As it goes over the line, the same however often; None where its words were erased with their file."""
    if message.key.wrapped is None or not message.body:
        return None
    body = json.loads(message.body)
    if message.file_id is not None:
        body["data"] = carried(message.file_id, message.key)
        if body["data"] is None:
            return None
    return Letter(message.pk, message.made_at, message.expires_at, body)


@action("peer_message.settled", may=policy.is_house)
def settle(*, by: Asker, message: Message, answered: Answered) -> Done:
    """Proved, refused for good, or to be tried again; `result` is the message as it is then."""
    row = Message.objects.select_for_update().get(pk=message.pk)
    peer = Peer.objects.select_for_update().get(pk=row.peer_id)
    if row.state != MessageState.WAITING:
        # Taken back while it was on its way: what comes after it says so to the other house.
        _heard(peer)
        return Done(row, silent=True)
    if answered.fault and answered.waits:
        row.fault = answered.fault
        row.save(update_fields=["fault"])
        _silent(peer, answered.fault)
        return Done(row, silent=True)
    row.state = MessageState.FAILED if answered.fault else MessageState.DELIVERED
    row.fault, row.receipt, row.body, row.settled_at = answered.fault, answered.receipt or None, None, clock.now()
    row.save(update_fields=["state", "fault", "receipt", "body", "settled_at"])
    if answered.fault in ("", Fault.REFUSED, Fault.NO_FILES):
        _heard(peer)
    else:
        # Nobody was called: the next letter does not wait for the lease of this one.
        Peer.objects.filter(pk=peer.pk).update(next_try_at=clock.now())
    return Done(
        row, subject=("peer", row.peer_id), agency_id=row.agency_id,
        payload={"id": str(row.pk), "thread": str(row.thread), "kind": row.kind, "state": row.state,
                 "fault": row.fault, "effect": (answered.told or {}).get("effect", "")},
    )  # fmt: skip


def _silent(peer: Peer, fault: str) -> None:
    now = clock.now()
    wait = min(_FIRST * 2 ** min(peer.tries, 10), _LONGEST)
    peer.silent_since, peer.fault, peer.tries = peer.silent_since or now, fault, min(peer.tries + 1, 10_000)
    peer.next_try_at = now + timedelta(seconds=wait)
    peer.save(update_fields=["silent_since", "fault", "tries", "next_try_at"])


def _heard(peer: Peer) -> None:
    peer.silent_since, peer.fault, peer.tries, peer.heard_at = None, "", 0, clock.now()
    peer.next_try_at = clock.now()
    peer.save(update_fields=["silent_since", "fault", "tries", "heard_at", "next_try_at"])
