"""The addresses of an agency, and what was told to each."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Max, QuerySet

from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.tell.exchange.webhooks.models import Telling, Webhook
from rangkul.tell.exchange.webhooks.states import State

HOUSE = job("webhooks")
SHOWN = 100
# Longer than one call takes: what a worker that was killed had claimed is sent again.
LEASE = timedelta(seconds=30)


def webhooks_of(asker: Asker) -> list[Webhook]:
    """Those that tell first; the newest first."""
    rows = Webhook.objects.filter(agency_id=asker.agency_id).select_related("keeper").order_by("-made_at")
    return sorted(rows, key=lambda one: one.revoked_at is not None)


def told(webhook: Webhook) -> list[Telling]:
    return list(webhook.tellings.order_by("-made_at")[:SHOWN])


def off() -> QuerySet[Webhook]:
    """Those that the house switched off, and that nobody switched on again or revoked."""
    return Webhook.objects.filter(off_at__isnull=False, revoked_at=None)


def switched_off(asker: Asker) -> list[Webhook]:
    """Of these the ones that the asker was named for."""
    return list(off().filter(keeper_id=asker.staff_id).order_by("off_at"))


def newest_event() -> int:
    with acting(HOUSE):
        return Event.objects.aggregate(last=Max("id"))["last"] or 0


def due() -> list[UUID]:
    """Addresses for which something may go now."""
    rows = Telling.objects.filter(state=State.WAITING, next_try_at__lte=now())
    return list(rows.order_by().values_list("webhook_id", flat=True).distinct()[:200])


def claim(webhook_id: UUID) -> Telling | None:
    """The oldest that may go, which nobody else sends for a while."""
    rows = Telling.objects.select_for_update(skip_locked=True, of=("self",)).select_related("webhook")
    rows = rows.filter(webhook_id=webhook_id, state=State.WAITING, next_try_at__lte=now())
    found = rows.order_by("at", "id").first()
    if found is not None:
        found.next_try_at = now() + LEASE
        found.save(update_fields=["next_try_at"])
    return found
