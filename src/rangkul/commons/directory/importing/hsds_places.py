"""Where an HSDS service is given and when it is open."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.wilayah.models import Region
from rangkul.commons.directory.drafts import HoursDraft, PlaceDraft
from rangkul.commons.directory.importing import meanings, shapes, unheld
from rangkul.commons.directory.importing.lines import Line
from rangkul.commons.directory.importing.meanings import Wrong
from rangkul.commons.directory.importing.shapes import Given
from rangkul.commons.directory.states import Access, Season

_DAYS = {"MO": "Mo", "TU": "Tu", "WE": "We", "TH": "Th", "FR": "Fr", "SA": "Sa", "SU": "Su"}
_BOUNDS = ("valid_from", "valid_to")
_POSTCODE = 5
# With the name of the season before them.
_NOTES = 215


def places(given: Given, found: Line) -> None:
    """Each place once, with the hours that hold there alone."""
    owner = shapes.text(given, "organization_id", 80)
    known: dict[tuple[str, str], PlaceDraft] = {}
    for at in shapes.several(given, "service_at_locations"):
        location = shapes.one(at.get("location"))
        place = _place(location, found)
        place.description = unheld.bounded(found, at, "description", 300, "service_at_locations.description")
        if not (place.address or place.region_code):
            if location:
                found.note("service_at_locations.location", _("Tempat tanpa alamat tidak disimpan."))
            continue
        theirs = shapes.text(location, "organization_id", 80)
        if owner and theirs and theirs != owner:
            found.note(
                "service_at_locations.location",
                _("Tempat ini milik lembaga lain dalam berkas; di sini dicatat sebagai tempat layanan ini saja."),
            )
        known.setdefault(place.key, place)
        _timed(shapes.several(at, "schedules"), place.key, found)
    found.service.places = list(known.values())


def hours(given: Given, found: Line) -> None:
    _timed(shapes.several(given, "schedules"), None, found)


def _place(location: Given, found: Line) -> PlaceDraft:
    address = next(iter(shapes.several(location, "addresses")), {})
    ours = location.get("external_identifier_type") == "Kemendagri"
    code = shapes.text(location, "external_identifier", 13) if ours else ""
    region = meanings.region(code) if code else _region(address)
    latitude, longitude = _point(location)
    access, notes = _access(location)
    note = unheld.bounded(found, {"said": notes}, "said", 200, "accessibility.description")
    postal = shapes.text(address, "postal_code", 20)
    if len(postal) > _POSTCODE:
        found.note("addresses.postal_code", unheld.not_kept(postal))
    return PlaceDraft(
        region_code=region,
        address=_street(found, address, ours=ours, known=bool(region)),
        name=unheld.bounded(found, location, "name", 160, "location.name"),
        postal_code=postal if len(postal) <= _POSTCODE else "",
        directions=unheld.bounded(found, location, "transportation", 300, "location.transportation"),
        latitude=latitude,
        longitude=longitude,
        accessibility=access,
        accessibility_note=note,
    )


def _region(address: Given) -> str:
    """By city and province as they are written there; never the likeliest of several."""
    parts = [part for name in ("city", "state_province") if (part := shapes.text(address, name, 100))]
    return _named(", ".join(parts)) if parts else ""


@lru_cache(maxsize=4096)
def _named(path: str) -> str:
    codes = list(Region.objects.filter(path=path, valid_to=None).values_list("code", flat=True)[:2])
    return codes[0] if len(codes) == 1 else ""


def _street(found: Line, address: Given, *, ours: bool, known: bool) -> str:
    """Below the street ours writes what the code of the region says already."""
    names = ["address_1"] if ours else ["address_1", "address_2", *([] if known else ["city", "state_province"])]
    street = ", ".join(part for name in names if (part := shapes.words(address.get(name))))
    return unheld.bounded(found, {"street": street}, "street", 300, "addresses.address_1")


def _point(location: Given) -> tuple[Any, Any]:
    given = [location.get(name) for name in ("latitude", "longitude")]
    if given == [None, None]:
        return None, None
    return meanings.point(*(shapes.number(one) for one in given))


def _access(location: Given) -> tuple[list[str], str]:
    names, codes, others = meanings.in_indonesian(Access), [], []
    for part in shapes.several(location, "accessibility"):
        said = shapes.words(part.get("description"))
        if said in names:
            codes.append(names[said])
        others += [one for one in ("" if said in names else said, shapes.words(part.get("details"))) if one]
    return list(dict.fromkeys(codes)), "; ".join(dict.fromkeys(others))


def _timed(given: list[Given], at: tuple[str, str] | None, found: Line) -> None:
    """Rows of one season and stretch of days are one line of hours: our own notation where it came along, else the
    weekly rows put together."""
    rows: dict[tuple[Any, ...], list[Given]] = {}
    notes: dict[tuple[Any, ...], str] = {}
    for row in given:
        season, note = _season(unheld.bounded(found, row, "notes", _NOTES, "schedules.notes"))
        first, last = (meanings.date_of(day) if (day := shapes.text(row, name, 30)) else None for name in _BOUNDS)
        if first and last and last < first:
            raise Wrong(_("Hari terakhirnya sebelum hari pertama."))
        key = (season, first, last)
        rows.setdefault(key, []).append(row)
        notes[key] = notes.get(key) or note
    for (season, first, last), mine in rows.items():
        text, words = _notation(mine, found)
        if text:
            note = notes[season, first, last] or words
            told = HoursDraft(meanings.hours(text), season=season, valid_from=first, valid_to=last, notes=note, at=at)
            found.service.hours.append(told)


def _season(said: str) -> tuple[str, str]:
    """Ours begins with the name of the season; others only name it somewhere."""
    fasting = next(name for name, code in meanings.in_indonesian(Season).items() if code == Season.RAMADAN)
    note = said.removeprefix(fasting).removeprefix(". ") if said.startswith(fasting) else said
    return (Season.RAMADAN if fasting in said else Season.USUAL), note[:200]


def _notation(rows: list[Given], found: Line) -> tuple[str, str]:
    """The hours, and the words beside them that are no notation."""
    said = next((words for row in rows if (words := shapes.text(row, "description", 200))), "")
    try:
        if said:
            return meanings.hours(said), ""
    except Wrong:
        pass
    spans: dict[str, set[str]] = {}
    for row in rows:
        _spans(row, spans, found)
    if said and not spans:
        found.note("schedules.description", unheld.not_kept(said))
    return "; ".join(f"{day} {','.join(sorted(times))}" for day, times in spans.items()), said


def _spans(row: Given, spans: dict[str, set[str]], found: Line) -> None:
    opens, closes = shapes.text(row, "opens_at", 5), shapes.text(row, "closes_at", 5)
    days = [code for part in shapes.text(row, "byday", 60).split(",") if (code := part.strip())]
    if not (opens and closes and days):
        return
    weekly = row.get("freq") in (None, "", "WEEKLY") and shapes.number(row.get("interval")) in (None, 1)
    if not weekly or any(day not in _DAYS for day in days):
        told = f"{shapes.text(row, 'freq', 10)} {','.join(days)} {opens}–{closes}"
        found.note("schedules", _("Jam yang tidak berulang setiap minggu tidak disimpan (%(said)s).") % {"said": told})
        return
    for day in days:
        spans.setdefault(_DAYS[day], set()).add(f"{opens}-{closes}")
