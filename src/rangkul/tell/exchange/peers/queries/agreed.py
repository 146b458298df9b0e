"""Whether two houses may say anything about a person to each other today, and who is to see to the next agreement."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from rangkul.base import days
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.tell.exchange.peers.models import Agreement, Peer

# So long before the end its keeper is told, and so long before it somebody above.
TOLD_BEFORE, CLIMBS_BEFORE = timedelta(days=60), timedelta(days=14)


def living(today: date | None = None) -> QuerySet[Agreement]:
    day = today or days.today()
    return Agreement.objects.filter(ended_at__isnull=True, starts_on__lte=day, ends_on__gte=day)


def agreement_with(peer: Peer) -> Agreement | None:
    """The one that holds today; of several the one that holds longest."""
    return living().filter(peer=peer).order_by("-ends_on").first()


def agreements_of(peer: Peer) -> list[Agreement]:
    """The newest first."""
    return list(peer.agreements.select_related("keeper").order_by("-ends_on", "-made_at"))


def ending(before: timedelta) -> QuerySet[Agreement]:
    """Those that end within `before`, or did, and none goes on after them. A house that was switched off needs none."""
    next_one = Agreement.objects.filter(
        peer=OuterRef("peer"), ended_at__isnull=True, ends_on__gt=OuterRef("ends_on")
    ).exclude(pk=OuterRef("pk"))
    rows = Agreement.objects.filter(ended_at__isnull=True, ends_on__lte=days.today() + before, peer__active=True)
    return rows.filter(~Exists(next_one)).select_related("peer")


def to_renew(asker: Asker) -> list[Agreement]:
    """What the asker was named for and ends soon."""
    if asker.staff_id is None:
        return []
    return list(ending(TOLD_BEFORE).filter(keeper_id=asker.staff_id).order_by("ends_on")[:20])


def possible_keepers(agency_id: UUID | None) -> list[Staff]:
    """Who keeps the list of other houses: nobody else sees them."""
    rows = Staff.objects.filter(agency_id=agency_id, is_active=True, roles__contains=["admin"])
    return list(rows.order_by("full_name", "pk"))
