"""Devices, what rang, and who answers."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import crypto
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.entry.crisis.models import Alert, AlertInput

PREFIX = "ra_"
_LONGEST = 80


def made_up_secret() -> str:
    return f"{PREFIX}{secrets.token_urlsafe(24)}"


def digest_of(secret: str) -> bytes:
    return crypto.blind("alert-input", secret)


def device_of(secret: str) -> AlertInput | None:
    """The device that brings this secret; None for one that opens nothing now. Asked by a job."""
    if not secret.startswith(PREFIX) or len(secret) > _LONGEST:
        return None
    rows = AlertInput.objects.select_related("agency", "unit", "consent").filter(digest=digest_of(secret))
    found = rows.first()
    return found if found is not None and may_ring(found) and found.agency.active else None


def may_ring(device: AlertInput) -> bool:
    return device.revoked_at is None and device.consents


def who_answers(device: AlertInput) -> UUID:
    """On duty in the unit and never a junior, with the fewest alerts open; else its supervisor, else the head, else
    whoever registered it: never nobody."""
    able = Staff.objects.filter(is_active=True, agency_id=device.agency_id)
    seniors = able.filter(unit_id=device.unit_id, roles__overlap=[Role.SOCIAL_WORKER, Role.SUPERVISOR])
    seniors = seniors.exclude(roles__contains=[Role.JUNIOR])
    open_ones = dict(
        Alert.objects.filter(unit_id=device.unit_id, settled_at=None)
        .values_list("owner_id").annotate(n=Count("pk")).order_by()
    )  # fmt: skip
    for rows in (
        seniors.filter(on_duty=True),
        seniors.filter(roles__contains=[Role.SUPERVISOR]),
        able.filter(roles__contains=[Role.HEAD]),
    ):
        if found := sorted(rows.values_list("pk", flat=True), key=lambda pk: (open_ones.get(pk, 0), str(pk))):
            return found[0]
    return device.registered_by_id


def devices(asker: Asker) -> list[AlertInput]:
    """Of the agency for its admin and its head, else of the asker's unit; those that ring first."""
    rows = AlertInput.objects.select_related("unit", "consent", "registered_by").order_by("-revoked_at", "name", "pk")
    wide = asker.has("admin", "pimpinan")
    found = rows.filter(agency_id=asker.agency_id) if wide else rows.filter(unit_id=asker.unit_id)
    return sorted(found[:200], key=lambda row: (row.revoked_at is not None, row.name))


def open_alerts(asker: Asker) -> list[Alert]:
    mine = Q(owner_id=asker.staff_id)
    if asker.practises and asker.unit_id:
        mine |= Q(unit_id=asker.unit_id)
    rows = Alert.objects.filter(mine, settled_at=None).select_related("input", "owner")
    return list(rows.order_by("due_at")[:50])


def alerts_of(device: AlertInput) -> list[Alert]:
    rows = Alert.objects.filter(input=device).select_related("owner", "taken_by", "settled_by")
    return list(rows.order_by("-made_at")[:50])


def late(at: datetime) -> QuerySet[Alert]:
    """Nobody went to look in time."""
    return Alert.objects.filter(taken_at=None, settled_at=None, due_at__lte=at)


def on_board(asker: Asker) -> list:
    from rangkul.entry.crisis.hooks import Alarm

    return [
        Alarm(
            id=one.pk,
            title=f"{one.input.name}, {one.input.place}",
            matters=(
                one.input.get_kind_display(),
                *((_("Belum ada yang melihat ke sana"),) if not one.taken_at else ()),
            ),
            url=reverse("danger:alert", args=[one.pk]),
            owner=one.owner.called_name,
            due_at=None if one.taken_at else one.due_at,
            waits=one.taken_at is None,
        )
        for one in open_alerts(asker)
    ]
