"""The outbox: what waits for which house, and the next letter to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import Exists, IntegerField, OuterRef, Q, Value, When

from rangkul.base.clock import now
from rangkul.tell.exchange.peers.models import Message, Peer, Reach
from rangkul.tell.exchange.peers.queries.agreed import living
from rangkul.tell.exchange.peers.states import NAMELESS, Kind, MessageState

# Longer than one letter takes: a worker that was killed meanwhile holds nobody up for long.
LEASE, FILE_LEASE = timedelta(seconds=12), timedelta(seconds=75)


@dataclass(frozen=True)
class Claimed:
    peer: Peer
    message: Message


def _waiting():
    return Message.objects.filter(state=MessageState.WAITING)


def _may_go():
    """What says something about a person goes while an agreement holds; what takes it back always."""
    agreed = Exists(living().filter(peer=OuterRef("peer")))
    return _waiting().filter(Q(kind__in=NAMELESS) | agreed)


def due() -> list[UUID]:
    """Houses for which something waits and which may be called now."""
    rows = Peer.objects.filter(
        Exists(_may_go().filter(peer=OuterRef("pk"))), active=True, confirmed_at__isnull=False,
        next_try_at__lte=now(),
    )  # fmt: skip
    return list(rows.order_by("next_try_at").values_list("pk", flat=True)[:200])


def claim(peer_id: UUID) -> Claimed | None:
    """The next letter for this house, which nobody else sends for a while; a withdrawal goes before everything."""
    peers = Peer.objects.select_for_update(skip_locked=True).filter(
        pk=peer_id, active=True, confirmed_at__isnull=False, next_try_at__lte=now()
    )
    peer = peers.first()
    if peer is None:
        return None
    urgent = Choose(When(kind=Kind.WITHDRAWN, then=Value(0)), default=Value(1), output_field=IntegerField())
    message = _may_go().filter(peer=peer).select_related("key").order_by(urgent, "n", "made_at").first()
    if message is None:
        return None
    peer.next_try_at = now() + (FILE_LEASE if message.kind == Kind.FILE else LEASE)
    peer.save(update_fields=["next_try_at"])
    return Claimed(peer, message)


def reached_by(agency_id: UUID, organization_id: UUID | None) -> Peer | None:
    """The house through which this organisation is reached, where it is known and switched on."""
    if organization_id is None:
        return None
    row = Reach.objects.filter(agency_id=agency_id, organization_id=organization_id).select_related("peer").first()
    return row.peer if row is not None and row.peer.talks else None
