"""What happens with a referral of ours that went to another house is told to that house by the event itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.utils.translation import override

from rangkul.base import clock, events
from rangkul.base.asking import acting
from rangkul.base.models import Event
from rangkul.support.referral.models import Enclosure, Referral, Step
from rangkul.support.referral.queries import enclosures, items, label_of
from rangkul.support.referral.states import Verb
from rangkul.tell.exchange.peers import queries
from rangkul.tell.exchange.peers.actions.outbox import put, put_file
from rangkul.tell.exchange.peers.files import Told
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Outgoing
from rangkul.tell.exchange.peers.states import ENDING, Kind

_DISTRICT, _NAME = 8, 160
_hearing: ContextVar[bool] = ContextVar("rangkul_hearing_a_peer", default=False)


@contextmanager
def not_told_back() -> Iterator[None]:
    """What the other house said itself is not told to it."""
    token = _hearing.set(True)
    try:
        yield
    finally:
        _hearing.reset(token)


@events.after("referral.sent")
def carry(event: Event) -> None:
    """The frozen snapshot that the link shows, to the house through which the receiver is reached."""
    with acting(HOUSE), override("id"):
        row = _referral(event)
        peer = queries.reached_by(row.agency_id, row.organization_id)
        # Without an agreement nothing goes this way: the receiver has the link, as anybody without Rangkul.
        if peer is None or queries.agreement_with(peer) is None:
            return
        sent = Outgoing.objects.create(peer=peer, referral_id=row.pk)
        files = {one.document_id: _told(one) for one in enclosures(row)}
        _say(sent, row, Kind.REFERRAL, **_snapshot(row), files=[one.values() for one in files.values()])
        for document_id, told in files.items():
            put_file(peer, sent.pk, told, row.key, document_id)


@events.after(
    "referral.told", "referral.extended", "referral.cancelled", "referral.expired", "referral.failed",
    "referral.completed", "referral.declined", "referral.passed_on", "referral.stop_asked",
)  # fmt: skip
def follow(event: Event) -> None:
    if _hearing.get():
        return
    with acting(HOUSE):
        sent = Outgoing.objects.filter(referral_id=UUID(event.payload["id"])).select_related("peer").first()
        # A stop is asked for also where it had ended.
        if sent is None or (sent.ended_at is not None and event.name != "referral.stop_asked"):
            return
        kind, words = _said(event, _referral(event))
        _say(sent, _referral(event), kind, **words)


def _referral(event: Event) -> Referral:
    return Referral.objects.select_related("key", "need", "case", "request", "agency").get(pk=event.payload["id"])


def _said(event: Event, row: Referral) -> tuple[str, dict[str, Any]]:
    if event.name == "referral.told":
        step = Step.objects.select_related("key").filter(referral=row, verb=Verb.TELL).latest("at", "id")
        return Kind.ANSWER, {"words": step.words}
    if event.name == "referral.extended":
        return Kind.EXTENDED, {"valid_to": row.valid_to.isoformat()}
    if event.name in ("referral.cancelled", "referral.stop_asked"):
        return Kind.WITHDRAWN, {"stop_due": row.stop_due_at.isoformat()} if row.stop_due_at else {}
    return Kind.ENDED, {}


def _say(sent: Outgoing, row: Referral, kind: str, **words: Any) -> None:
    held = Outgoing.objects.select_for_update(of=("self",)).select_related("peer").get(pk=sent.pk)
    held.said_n += 1
    held.ended_at = clock.now() if kind in ENDING else None
    held.save(update_fields=["said_n", "ended_at"])
    put(held.peer, held.pk, held.said_n, kind, row.key, words, row.valid_to if kind == Kind.REFERRAL else None)


def _told(one: Enclosure) -> Told:
    return Told(one.pk, one.name[:_NAME], one.size, bytes(one.sha256).hex())


def _snapshot(row: Referral) -> dict[str, Any]:
    pieces = items(row)
    area = (row.need.region_code or row.file.region_code)[:_DISTRICT]
    return {
        "from": row.agency.name,
        "host": row.host,
        "need": row.need.kind,
        # Where the place may go at all, its code goes with its words, so that the right unit is found.
        "region": area if any(one.name == "area" for one in pieces) else "",
        "asked": row.asked,
        "ground": row.ground,
        "items": [{"name": one.name, "label": label_of(one.name), "value": one.value} for one in pieces],
        "answer_by": row.due_at.isoformat(),
        "valid_to": row.valid_to.isoformat(),
    }
