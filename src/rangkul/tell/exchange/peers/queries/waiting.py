"""The outbox: what waits for which house, and the next letter to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, UUIDField, Value, When
from django.db.models.functions import Coalesce

from rangkul.base.asking import Asker, acting
from rangkul.base.clock import now
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Agreement, Message, Peer, Reach
from rangkul.tell.exchange.peers.queries.agreed import living
from rangkul.tell.exchange.peers.states import NAMELESS, Kind, MessageState

# Longer than one letter takes: a worker that was killed meanwhile holds nobody up for long.
LEASE, FILE_LEASE = timedelta(seconds=12), timedelta(seconds=75)
# So long a house may be away, for an update say, before its keeper reads so.
BREAK = timedelta(hours=1)


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


def _called() -> QuerySet[Peer]:
    """Houses that talk to us and for which something waits."""
    return Peer.objects.filter(Exists(_may_go().filter(peer=OuterRef("pk"))), active=True, confirmed_at__isnull=False)


def due() -> list[UUID]:
    """Of these the ones that may be called now."""
    rows = _called().filter(next_try_at__lte=now())
    return list(rows.order_by("next_try_at").values_list("pk", flat=True)[:200])


def silent() -> QuerySet[Peer]:
    """Of these the ones that are not heard. `keeper_id` is who was named for the newest agreement, else who confirmed
    the house."""
    named = Agreement.objects.filter(peer=OuterRef("pk")).order_by("-ends_on").values("keeper")[:1]
    keeper = Coalesce(Subquery(named), "confirmed_by", output_field=UUIDField())
    return _called().filter(silent_since__isnull=False).annotate(keeper_id=keeper)


def silent_for(asker: Asker) -> list[Peer]:
    """Those that the asker was named for, once it is more than a short break."""
    with acting(HOUSE):
        rows = silent().filter(keeper_id=asker.staff_id, silent_since__lte=now() - BREAK)
        return list(rows.order_by("silent_since"))


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
