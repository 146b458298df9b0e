"""What came from other houses, as far as the asker sees the requests that it lies with."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.db.models import F

from rangkul.base.asking import Asker
from rangkul.tell.exchange.peers.models import Incoming, IncomingFile, Said


def incoming_rows(asker: Asker, limit: int = 100) -> list[Incoming]:
    """What one must still stop using first, then what runs, then what has ended."""
    rows = Incoming.objects.filter(agency_id=asker.agency_id).select_related("request", "request__owner", "peer")
    first = (F("stopped_at").asc(nulls_first=True), F("ended_at").desc(nulls_first=True), "-made_at")
    return sorted(rows.order_by(*first)[:limit], key=lambda one: not one.waits_for_stop)


def incoming_of(pk: UUID) -> Incoming | None:
    return Incoming.objects.select_related("key", "request", "request__key", "peer").filter(pk=pk).first()


def snapshot(row: Incoming) -> dict[str, Any]:
    """What was sent, as long as it may be read; empty afterwards."""
    if not row.is_living or row.key.wrapped is None or not row.content:
        return {}
    return json.loads(row.content)


def said_of(row: Incoming) -> list[Said]:
    if not row.is_living:
        return []
    return list(Said.objects.filter(incoming=row).select_related("key", "by").order_by("at", "id"))


def files_of(row: Incoming) -> list[IncomingFile]:
    """What came with it and what was handed back, as long as it may be read."""
    if not row.is_living:
        return []
    return list(IncomingFile.objects.filter(incoming=row).select_related("key").order_by("made_at", "id"))


def file_of(row: Incoming, pk: UUID) -> IncomingFile | None:
    return next((one for one in files_of(row) if one.pk == pk and one.announced), None)
