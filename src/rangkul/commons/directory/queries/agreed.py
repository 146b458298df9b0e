"""What was agreed with an organisation, and where a referral to it may be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from rangkul.base import days
from rangkul.commons.directory.models import Agreement, Contact, Service

_MOST = 500


def agreement_with(*, agency_id: UUID, organization_id: UUID, day: date | None = None) -> Agreement | None:
    """The agreement that holds on a day, today unless said; the newest where there are several."""
    day = day or days.today()
    held = Agreement.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)
    return held.filter(agency_id=agency_id, organization_id=organization_id).order_by("-valid_from", "-pk").first()


def agreements_of(agency_id: UUID) -> list[Agreement]:
    """All that an agency agreed on, by organisation, the newest of each first."""
    rows = Agreement.objects.filter(agency_id=agency_id).select_related("organization", "made_by")
    return list(rows.order_by("organization__name", "organization_id", "-valid_from", "-pk")[:_MOST])


def receivers_of(service: Service) -> Sequence[Contact]:
    """Contacts that may receive a referral: the service's own first, then those of its organisation."""
    rows = Contact.objects.filter(organization_id=service.organization_id, receives_referrals=True).order_by("pk")
    mine = [row for row in rows if row.service_id == service.pk]
    return mine + [row for row in rows if row.service_id is None]
