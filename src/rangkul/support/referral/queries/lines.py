"""Who waits at a service, in which place and why in that order: as far as the asker sees their referrals."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from rangkul.support.referral import matching
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import State

MOST = 200


@dataclass(frozen=True)
class Line:
    service_id: UUID
    name: str
    rows: list[Referral]


def _waiting(services: list[UUID]) -> list[Referral]:
    rows = Referral.objects.filter(service_id__in=services, state=State.ACCEPTED, queue_place__isnull=False)
    names = ("key", "need", "owner", "case__person", "case__household", "request__person__key")
    return list(rows.select_related(*names).order_by("queue_place", "answered_at", "id")[:MOST])


def lines(agency_id: UUID) -> list[Line]:
    """Of the services of the asker's own agency, those at which somebody waits."""
    services = matching.own_services(agency_id)
    found = {pk: Line(pk, name, []) for pk, name in services.items()}
    for row in _waiting(list(services)):
        found[row.service_id].rows.append(row)
    return [one for one in found.values() if one.rows]
