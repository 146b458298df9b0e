"""Opening hours as recurring schedules: one row for each span of the day that some days share."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from rangkul.base import clock, opening
from rangkul.commons.directory.models import Schedule
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.states import Season
from rangkul.tell.exchange.hsds.keys import made

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules(row: Schedule, entry: Entry) -> list[dict[str, Any]]:
    """The notation itself stands in `description`; where it cannot be read, it stands there alone."""
    place = next((at for at in entry.places if at.pk == row.at_id), entry.places[0] if entry.places else None)
    shared = {
        "service_id": str(row.service_id),
        "description": row.opening_hours,
        "timezone": _offset(entry.zone(place)),
        "notes": ". ".join(part for part in (_season(row), row.notes) if part),
        "service_at_location_id": row.at_id and str(row.at_id),
        "valid_from": row.valid_from and row.valid_from.isoformat(),
        "valid_to": row.valid_to and row.valid_to.isoformat(),
    }
    shared = {name: value for name, value in shared.items() if value not in (None, "")}
    spans = _spans(row.opening_hours) or [{}]
    keys = [str(row.pk), *(made("schedule", row.pk, n) for n in range(1, len(spans)))]
    return [{"id": key, **shared, **span} for key, span in zip(keys, spans, strict=True)]


@lru_cache(maxsize=2000)
def _spans(notation: str) -> list[dict[str, Any]]:
    """Read only: the same list for every entry with these hours."""
    hours = opening.known(notation)
    if hours is None:
        return []
    if hours.always:
        return [{"freq": "WEEKLY", "byday": ",".join(_DAYS), "opens_at": "00:00", "closes_at": "24:00"}]
    days: dict[tuple, list[str]] = {}
    for number, code in enumerate(_DAYS):
        for span in hours.days.get(number, ()):
            days.setdefault(span, []).append(code)
    return [
        {"freq": "WEEKLY", "byday": ",".join(codes), "opens_at": f"{opens:%H:%M}", "closes_at": f"{closes:%H:%M}"}
        for (opens, closes), codes in days.items()
    ]


@lru_cache(maxsize=8)
def _offset(zone: ZoneInfo) -> int:
    """No zone of Indonesia moves its clock."""
    shift = clock.now().astimezone(zone).utcoffset() or timedelta()
    return int(shift.total_seconds() // 3600)


def _season(row: Schedule) -> str:
    return "" if row.season == Season.USUAL else str(Season(row.season).label)
