"""The list of other houses for who keeps it: whether they are heard, and what waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Min, Q

from rangkul.base.asking import Asker, acting
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Message, Peer
from rangkul.tell.exchange.peers.states import MessageState


@dataclass(frozen=True)
class Line:
    """`waiting`, `failed`: how many messages; what they say, or about whom, is told to nobody here."""

    peer: Peer
    waiting: int = 0
    failed: int = 0
    delivered: int = 0


def lines(asker: Asker) -> list[Line]:
    rows = list(Peer.objects.filter(agency_id=asker.agency_id).prefetch_related("reaches").order_by("name", "id"))
    counted = _counted([row.pk for row in rows])
    return [Line(row, **counted.get(row.pk, {})) for row in rows]


def one_line(asker: Asker, pk: UUID) -> Line | None:
    row = Peer.objects.filter(agency_id=asker.agency_id, pk=pk).select_related("confirmed_by").first()
    return Line(row, **_counted([row.pk]).get(row.pk, {})) if row else None


def _counted(peers: list[UUID]) -> dict[UUID, dict[str, int]]:
    with acting(HOUSE):
        rows = Message.objects.filter(peer__in=peers).values("peer_id").annotate(
            waiting=Count("pk", filter=Q(state=MessageState.WAITING)),
            failed=Count("pk", filter=Q(state=MessageState.FAILED)),
            delivered=Count("pk", filter=Q(state=MessageState.DELIVERED)),
            oldest=Min("made_at"),
        )  # fmt: skip
        return {row["peer_id"]: {name: row[name] for name in ("waiting", "failed", "delivered")} for row in rows}
