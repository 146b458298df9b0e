"""What was agreed with an organisation, and where a referral to it may be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from rangkul.base import days
from rangkul.base.asking import Asker
from rangkul.commons.directory.models import Agreement, Contact, Service
from rangkul.commons.people.models import Staff

_MOST = 500
# So long before the end its keeper is told, and so long before it somebody above.
TOLD_BEFORE, CLIMBS_BEFORE = timedelta(days=60), timedelta(days=14)
# What ended before that is over, and nobody is asked about it any more.
_LONG_OVER = timedelta(days=365)


def agreement_with(*, agency_id: UUID, organization_id: UUID, day: date | None = None) -> Agreement | None:
    """The agreement that holds on a day, today unless said; the newest where there are several."""
    day = day or days.today()
    held = Agreement.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day, ended_at=None)
    return held.filter(agency_id=agency_id, organization_id=organization_id).order_by("-valid_from", "-pk").first()


def agreements_of(agency_id: UUID) -> list[Agreement]:
    """All that an agency agreed on, by organisation, the newest of each first."""
    rows = Agreement.objects.filter(agency_id=agency_id)
    rows = rows.select_related("organization", "made_by", "keeper", "ended_by")
    return list(rows.order_by("organization__name", "organization_id", "-valid_from", "-pk")[:_MOST])


def agreements_ending(before: timedelta) -> QuerySet[Agreement]:
    """Those that end within `before`, or did in the last year, and none with the same organisation goes on after them;
    `kept_by` is who sees to the next one."""
    next_one = Agreement.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=OuterRef("valid_to")), agency=OuterRef("agency"),
        organization=OuterRef("organization"), ended_at=None,
    )  # fmt: skip
    today = days.today()
    rows = Agreement.objects.filter(ended_at=None, valid_to__range=(today - _LONG_OVER, today + before))
    rows = rows.filter(~Exists(next_one)).annotate(kept_by=Coalesce("keeper_id", "made_by_id"))
    return rows.select_related("organization", "agency")


def agreements_to_renew(asker: Asker) -> list[Agreement]:
    """What the asker was named for and ends soon."""
    if asker.staff_id is None:
        return []
    return list(agreements_ending(TOLD_BEFORE).filter(kept_by=asker.staff_id).order_by("valid_to")[:20])


def agreements_kept_by(staff_id: UUID) -> QuerySet[Agreement]:
    """Those whose next one this worker sees to, without what is long over."""
    rows = Agreement.objects.filter(Q(valid_to=None) | Q(valid_to__gte=days.today() - _LONG_OVER), ended_at=None)
    return rows.annotate(kept_by=Coalesce("keeper_id", "made_by_id")).filter(kept_by=staff_id)


def agreement_keepers(agency_id: UUID | None) -> list[Staff]:
    """Who may sign the next one."""
    rows = Staff.objects.filter(agency_id=agency_id, is_active=True, roles__overlap=["admin", "pimpinan", "supervisor"])
    return list(rows.order_by("full_name", "pk"))


def receivers_of(service: Service) -> Sequence[Contact]:
    """Contacts that may receive a referral: the service's own first, then those of its organisation."""
    rows = Contact.objects.filter(organization_id=service.organization_id, receives_referrals=True).order_by("pk")
    mine = [row for row in rows if row.service_id == service.pk]
    return mine + [row for row in rows if row.service_id is None]
