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
    "contact": "contacts",
    "service_capacity": "capacities",
}
_TABLES = (
    *_PARTS, "service", "organization", "service_at_location", "location", "address", "attribute", "taxonomy_term",
    "accessibility", "unit",
)  # fmt: skip
# Of taxonomies the terms say everything that is read.
_SAID = ("taxonomy",)
_MOST_STRANGE = 20
_NUMBERS = (
    "minimum_age", "maximum_age", "amount", "latitude", "longitude", "available", "maximum", "extension", "interval",
)  # fmt: skip
Row = dict[str, Any]


def is_one(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return ABOUT in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def services(data: bytes) -> tuple[Iterator[Row], list[tuple[str, str]]]:
    """The services, and of what else it holds the name and why that is left out. Raises Unreadable."""
    try:
        tables, paths = _tables(data)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, csv.Error):
        raise Unreadable(_("Paket HSDS ini rusak.")) from None
    if not tables["service"]:
        raise Unreadable(_("Paket HSDS ini tidak berisi layanan."))
    if len(tables["service"]) > _MOST_ROWS:
        raise Unreadable(_("Terlalu banyak baris: paling banyak 100.000."))
    return _together(tables), _left_out(tables, paths)


def _tables(data: bytes) -> tuple[dict[str, list[Row]], dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        there, left = set(archive.namelist()), _LARGEST
        found: dict[str, list[Row]] = {}
        about, left = _taken(archive, ABOUT, left)
        paths = _paths(json.loads(about))
        for name in _TABLES:
            path = paths.get(name, f"{name}.csv")
            part, left = _taken(archive, path, left) if path in there else (b"", left)
            found[name] = _rows(part)
    return found, paths


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
    at = "service_at_location_id"
    of = _by(_attributes(tables), "link_id")
    bodies = tables["organization"]
    organizations = {row.get("id"): {**row, "attributes": of.get(row.get("id", ""), [])} for row in bodies}
    locations, schedules = _locations(tables), _by(tables["schedule"], at)
    places = _by([_place(row, locations, schedules) for row in tables["service_at_location"]], "service_id")
    _measure(tables)
    parts = {name: _by(tables[table], "service_id") for table, name in _PARTS.items()}
    # What belongs to the whole organisation reaches each of its services.
    shared = {name: _by(parts[name].get("", []), "organization_id") for name in ("phones", "contacts")}
    for row in tables["service"]:
        key, body = row.get("id", ""), row.get("organization_id", "")
        whole = {name: rows.get(key, []) for name, rows in parts.items()}
        for name, rows in shared.items():
            whole[name] = [*whole[name], *rows.get(body, [])]
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


def _attributes(tables: dict[str, list[Row]]) -> list[Row]:
    words = {row.get("id"): row for row in tables["taxonomy_term"]}
    return [{**row, "taxonomy_term": words.get(row.get("taxonomy_term_id"))} for row in tables["attribute"]]


def _locations(tables: dict[str, list[Row]]) -> dict[Any, Row]:
    addresses, accesses = (_by(tables[name], "location_id") for name in ("address", "accessibility"))
    return {
        row.get("id"): {
            **row,
            "addresses": addresses.get(row.get("id", ""), []),
            "accessibility": accesses.get(row.get("id", ""), []),
        }
        for row in tables["location"]
    }


def _measure(tables: dict[str, list[Row]]) -> None:
    """Each count with its unit."""
    units = {row.get("id"): row for row in tables["unit"]}
    for row in tables["service_capacity"]:
        row["unit"] = units.get(row.get("unit_id"))


def _left_out(tables: dict[str, list[Row]], paths: dict[str, str]) -> list[tuple[str, str]]:
    """What the package holds beside its services."""
    strange = sorted(set(paths) - {*_TABLES, *_SAID})[:_MOST_STRANGE]
    found = [(name[:40], _("Tabel ini tidak dikenal, jadi isinya tidak disimpan.")) for name in strange]
    served = {row.get("organization_id") for row in tables["service"]}
    idle = [row.get("name", "")[:160] for row in tables["organization"] if row.get("id") not in served]
    words = _("Lembaga tanpa layanan dalam paket ini tidak dimuat: %(name)s.")
    return found + [("organization", words % {"name": name}) for name in idle[:_MOST_STRANGE]]
