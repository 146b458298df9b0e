"""An HSDS data package: a zip with one table a file, put together again into services. What comes out of it is counted,
whatever the zip says of its sizes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from rangkul.commons.directory.importing.lines import Unreadable

ABOUT = "datapackage.json"
_LARGEST = 160 * 1024 * 1024
_MOST_CELL = 20_000
_MOST_ROWS = 100_000
# Where the rows of a table stand in their service.
_PARTS = {
    "phone": "phones",
    "schedule": "schedules",
    "service_area": "service_areas",
    "language": "languages",
    "cost_option": "cost_options",
    "required_document": "required_documents",
}
_TABLES = (
    *_PARTS, "service", "organization", "service_at_location", "location", "address", "attribute", "taxonomy_term",
)  # fmt: skip
_NUMBERS = ("minimum_age", "maximum_age", "amount")
Row = dict[str, Any]


def is_one(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return ABOUT in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def services(data: bytes) -> Iterator[Row]:
    """Raises Unreadable."""
    try:
        tables = _tables(data)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, csv.Error):
        raise Unreadable(_("Paket HSDS ini rusak.")) from None
    if not tables["service"]:
        raise Unreadable(_("Paket HSDS ini tidak berisi layanan."))
    return _together(tables)


def _tables(data: bytes) -> dict[str, list[Row]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        there, left = set(archive.namelist()), _LARGEST
        found: dict[str, list[Row]] = {}
        about, left = _taken(archive, ABOUT, left)
        paths = _paths(json.loads(about))
        for name in _TABLES:
            path = paths.get(name, f"{name}.csv")
            part, left = _taken(archive, path, left) if path in there else (b"", left)
            found[name] = _rows(part)
    return found


def _taken(archive: zipfile.ZipFile, path: str, left: int) -> tuple[bytes, int]:
    with archive.open(path) as part:
        found = part.read(left + 1)
    if len(found) > left:
        raise Unreadable(_("Paket HSDS ini terlalu besar setelah dibuka."))
    return found, left - len(found)


def _paths(about: Any) -> dict[str, str]:
    listed = about.get("resources") if isinstance(about, dict) else None
    rows = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {str(one.get("name")): one["path"] for one in rows if isinstance(one.get("path"), str)}


def _rows(part: bytes) -> list[Row]:
    csv.field_size_limit(_MOST_CELL)
    found = []
    for given in csv.DictReader(io.StringIO(part.decode("utf-8-sig"), newline="")):
        if len(found) >= _MOST_ROWS * 10:
            raise Unreadable(_("Terlalu banyak baris: paling banyak 100.000."))
        found.append({name: _cell(name, text) for name, text in given.items() if name and text})
    return found


def _cell(name: str, text: str) -> Any:
    if name in _NUMBERS:
        try:
            return float(text)
        except ValueError:
            return None
    # Words that a spreadsheet would run were made words by a mark in front.
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@\t\r" else text


def _by(rows: list[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(key, "")].append(row)
    return found


def _place(row: Row, locations: dict[Any, Row], schedules: dict[str, list[Row]]) -> Row:
    own = schedules.get(key, []) if (key := row.get("id")) else []
    return {**row, "location": locations.get(row.get("location_id")), "schedules": own}


def _together(tables: dict[str, list[Row]]) -> Iterator[Row]:
    if len(tables["service"]) > _MOST_ROWS:
        raise Unreadable(_("Terlalu banyak baris: paling banyak 100.000."))
    organizations = {row.get("id"): row for row in tables["organization"]}
    words = {row.get("id"): row for row in tables["taxonomy_term"]}
    attributes = [{**row, "taxonomy_term": words.get(row.get("taxonomy_term_id"))} for row in tables["attribute"]]
    addresses = _by(tables["address"], "location_id")
    schedules = _by(tables["schedule"], "service_at_location_id")
    locations = {
        row.get("id"): {**row, "addresses": addresses.get(row.get("id", ""), [])} for row in tables["location"]
    }
    places = _by([_place(row, locations, schedules) for row in tables["service_at_location"]], "service_id")
    parts = {name: _by(tables[table], "service_id") for table, name in _PARTS.items()}
    # What belongs to the whole organisation reaches each of its services.
    shared = _by(parts["phones"].get("", []), "organization_id")
    of, at = _by(attributes, "link_id"), "service_at_location_id"
    for row in tables["service"]:
        key, body = row.get("id", ""), row.get("organization_id", "")
        whole = {name: rows.get(key, []) for name, rows in parts.items()}
        whole["phones"] = [*whole["phones"], *shared.get(body, [])]
        whole["schedules"] = [one for one in whole["schedules"] if not one.get(at)]
        yield (
            row
            | whole
            | {
                "organization": organizations.get(body),
                "attributes": of.get(key, []),
                "service_at_locations": places.get(key, []),
            }
        )
