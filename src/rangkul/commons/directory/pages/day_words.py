"""What one day says at one place: "buka 08.00–15.00"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.directory.models import ServiceAtLocation
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.states import Status

_MOST_DAYS = 7


@dataclass(frozen=True)
class Told:
    """`day` and `place` may be empty: today, and a service that is given at one place only."""

    place: str
    day: str
    words: str


def words_on(entry: Entry, day: date, place: ServiceAtLocation | None) -> str:
    if entry.service.status != Status.ACTIVE:
        return _("tutup")
    if entry.is_silent_on(day, place):
        return _("hari libur nasional, belum pasti buka")
    hours = entry.hours_on(day, place)
    if hours is None:
        return _("jam buka belum ditulis")
    if hours.always:
        return _("buka siang dan malam")
    spans = [f"{start:%H.%M}–{end:%H.%M}" for start, end in hours.on(day, entry.zone(place))]
    return _("buka %(spans)s") % {"spans": ", ".join(spans)} if spans else _("tutup")


def today(entry: Entry) -> list[Told]:
    """At each place."""
    return [told for place in entry.places or [None] for told in (_told(entry, place, None),)]


def around(entry: Entry, row: Any) -> list[Told]:
    """Today, and the days of which this row speaks, at the places that it is for."""
    places = [one for one in entry.places if row.at_id in (None, one.pk)] or [None]
    return [_told(entry, place, day) for place in places for day in (None, *_days(row))]


def _days(row: Any) -> list[date]:
    if not row.is_exception:
        return []
    length = (row.valid_to - row.valid_from).days + 1
    return [row.valid_from + timedelta(days=n) for n in range(min(length, _MOST_DAYS))]


def _told(entry: Entry, place: ServiceAtLocation | None, day: date | None) -> Told:
    here = day or clock.now().astimezone(entry.zone(place)).date()
    name = str(place.location) if place is not None and len(entry.places) > 1 else ""
    return Told(name, date_format(day, "l, j F Y") if day else "", words_on(entry, here, place))
