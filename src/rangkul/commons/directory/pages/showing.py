"""An entry in the words of a page, the same for the public and for workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base import clock, opening
from rangkul.base.phones import parse_phone
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.directory import fitting, timing
from rangkul.commons.directory.models import Contact, Schedule, ServiceAtLocation
from rangkul.commons.directory.pages import day_words
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.states import (
    Access,
    Atensi,
    Channel,
    Cost,
    Help,
    Language,
    LegalStatus,
    Paper,
    Rule,
    Season,
    Unit,
    Way,
)


@dataclass
class Shown:
    """What the template of one service draws."""

    entry: Entry
    fresh: bool
    percent: int
    missing: list[str]
    open_now: bool | None
    holiday: bool
    opens_next: datetime | None
    zone: str
    helps: list[str]
    groups: list[str]
    conditions: list[str]
    ways: list[str]
    cost: str
    papers: list[dict[str, Any]]
    today: list[day_words.Told]
    hours: list[dict[str, Any]]
    places: list[dict[str, Any]]
    areas: list[str]
    contacts: list[dict[str, Any]]
    languages: list[str]
    atensi: list[str]
    room: list[dict[str, Any]]
    # What kind of body stands behind it, and which of the twelve PSKS it is; empty where not known.
    body: str
    psks: str


def shown(entry: Entry) -> Shown:
    moment = clock.now()
    today = clock.local(moment).date()
    first = entry.places[0] if entry.places else None
    service = entry.service
    labels = fitting.labels(
        {*service.categories, *(c for r in entry.rules if r.rule == Rule.CATEGORY for c in r.codes)}
    )
    return Shown(
        entry=entry,
        fresh=entry.fresh(today),
        percent=round(entry.score(today) * 100),
        missing=[str(_CRITERIA[name]()) for name, met in entry.criteria().items() if not met],
        open_now=entry.open_now(moment, first),
        holiday=entry.holiday(moment, first),
        opens_next=entry.opens_next(moment, first),
        zone=clock.ABBREVIATION[entry.zone(first).key],
        helps=_labels(Help, service.helps),
        groups=[labels.get(code, code) for code in service.categories],
        conditions=[fitting.condition_words(rule, labels, entry.regions) for rule in entry.rules],
        ways=_labels(Way, service.ways),
        cost=_cost(entry),
        papers=[
            {"name": paper.document or str(Paper(paper.paper).label), "needed": paper.needed} for paper in entry.papers
        ],
        today=day_words.today(entry) if entry.schedules else [],
        hours=[one for one in hours_lines(entry, today) if not one["over"]],
        places=[place(at, entry) for at in entry.places],
        areas=[entry.regions.get(row.region_code) or row.name or _("Seluruh Indonesia") for row in entry.areas],
        contacts=[contact(row) for row in entry.contacts],
        languages=_labels(Language, service.languages),
        atensi=_labels(Atensi, service.atensi),
        room=_room(entry, today),
        body=str(LegalStatus(service.organization.legal_status).label) if service.organization.legal_status else "",
        psks=_psks(service.organization.psks),
    )


_CRITERIA = {
    "address": lambda: _("alamat"),
    "phone": lambda: _("nomor yang bisa dihubungi"),
    "ways": lambda: _("cara memulai"),
    "audience": lambda: _("untuk siapa"),
    "theme": lambda: _("jenis bantuan"),
    "fees": lambda: _("biaya"),
    "description": lambda: _("penjelasan"),
}


def _psks(code: str) -> str:
    found = taxonomy.term(code, taxonomy=taxonomy.PSKS) if code else None
    return found.label if found else code


def _labels(words: Any, codes: list[str]) -> list[str]:
    return [str(words(code).label) for code in codes if code in words.values]


def _cost(entry: Entry) -> str:
    service = entry.service
    amount = f"Rp{service.amount:,}".replace(",", ".") if service.amount else ""
    return ", ".join(part for part in (str(Cost(service.cost).label), amount, service.fees_description) if part)


def hours_lines(entry: Entry, today: date | None = None) -> list[dict[str, Any]]:
    """Each row with what it is called: usual hours first, then Ramadan, then exceptions by their days. `label` leaves
    out what goes without saying; rows of a place that the reader does not see are left out."""
    places = {one.pk: str(one.location) for one in entry.places}
    today = today or clock.local(clock.now()).date()
    rows = [row for row in entry.schedules if row.at_id is None or row.at_id in places]
    return [_hours_line(row, places, today) for row in sorted(rows, key=_in_order)]


def _in_order(row: Schedule) -> tuple:
    return row.is_exception, row.season != Season.USUAL, row.valid_from or date.min, row.at_id is not None, row.pk


def _hours_line(row: Schedule, places: dict[Any, str], today: date) -> dict[str, Any]:
    read = opening.known(row.opening_hours)
    season = str(Season(row.season).label) if row.season != Season.USUAL else ""
    parts = [part for part in (season, timing.when(row), places.get(row.at_id, "")) if part]
    lines = opening.in_words(read) if read else [row.opening_hours]
    if row.is_exception and row.opening_hours == timing.CLOSED:
        lines = [_("tutup")]
    label = ". ".join(parts)
    return {
        "row": row, "label": label, "title": label or str(Season.USUAL.label), "lines": lines,
        "over": row.valid_to is not None and row.valid_to < today,
    }  # fmt: skip


def place(at: ServiceAtLocation, entry: Entry) -> dict[str, Any]:
    location = at.location
    access = _labels(Access, location.accessibility)
    return {
        "location": location,
        "description": at.description,
        "region": entry.regions.get(location.region_code, ""),
        "access": [*access, *([location.accessibility_note] if location.accessibility_note else [])],
    }


def contact(row: Contact) -> dict[str, Any]:
    """With the address that a press opens; numbers as people write them."""
    if row.channel == Channel.EMAIL:
        return {"row": row, "url": f"mailto:{row.value}", "words": row.value, "icon": "mail"}
    national = parse_phone(row.value).national or row.value
    if row.channel == Channel.WHATSAPP:
        return {
            "row": row,
            "url": f"https://wa.me/{row.value.lstrip('+')}",
            "words": national,
            "icon": "brand-whatsapp",
        }
    dial = f"{row.value},{row.extension}" if row.extension else row.value
    return {"row": row, "url": f"tel:{dial}", "words": national, "icon": "phone"}


def _room(entry: Entry, today: date) -> list[dict[str, Any]]:
    """The newest count of each unit."""
    newest: dict[str, Any] = {}
    for row in entry.capacities:
        newest.setdefault(row.unit, row)
    return [
        {"row": row, "unit": str(Unit(row.unit).label), "old": (today - row.counted_on).days > 30}
        for row in newest.values()
    ]
