"""The public list as an HSDS data package: a table a file, and a description of what they hold."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from rangkul.commons.directory import queries
from rangkul.tell.exchange.hsds import shaping
from rangkul.tell.exchange.hsds.vocabulary import terms

_BATCH = 500
# Where each nested list goes; what is nested deeper is taken out of its row the same way.
_TABLES = {
    "phones": "phone",
    "schedules": "schedule",
    "service_areas": "service_area",
    "service_at_locations": "service_at_location",
    "languages": "language",
    "cost_options": "cost_option",
    "required_documents": "required_document",
    "capacities": "service_capacity",
    "attributes": "attribute",
    "addresses": "address",
    "accessibility": "accessibility",
}
_ONES = {"organization": "organization", "location": "location", "unit": "unit", "taxonomy_term": "taxonomy_term"}
# What begins a cell of a spreadsheet as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def packed() -> bytes:
    tables: dict[str, dict[str, dict[str, Any]]] = {"taxonomy": {row["id"]: row for row in terms().taxonomies}}
    last = None
    while True:
        rows = queries.public_services().select_related("organization")
        batch = list((rows.filter(pk__gt=last) if last else rows)[:_BATCH])
        words = terms()
        for entry in queries.public_entries(batch):
            whole = shaping.organization(entry.service.organization, words)
            _take(tables, "service", shaping.service(entry, words, whole))
        if len(batch) < _BATCH:
            return _zipped(tables)
        last = batch[-1].pk


def _take(tables: dict[str, dict[str, dict[str, Any]]], table: str, row: dict[str, Any]) -> None:
    flat = {}
    for name, value in row.items():
        if name in _TABLES:
            for one in value:
                _take(tables, _TABLES[name], one)
        elif name in _ONES and isinstance(value, dict):
            _take(tables, _ONES[name], value)
            flat.setdefault(f"{name}_id", value["id"])
        else:
            flat[name] = value
    if table == "service":
        flat.pop("organization", None)
    tables.setdefault(table, {})[row["id"]] = flat


def _zipped(tables: dict[str, dict[str, dict[str, Any]]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        resources = []
        for table, rows in sorted(tables.items()):
            columns = list(dict.fromkeys(name for row in rows.values() for name in row))
            archive.writestr(f"{table}.csv", _csv(columns, rows.values()))
            fields = [{"name": name, "type": "string"} for name in columns]
            about = {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource"}
            resources.append(about | {"schema": {"fields": fields}})
        package = {"name": "hsds", "profile": "tabular-data-package", "version": "3.1", "resources": resources}
        archive.writestr("datapackage.json", json.dumps(package, indent=1))
    return out.getvalue()


def _csv(columns: list[str], rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name, "")) for name in columns])
    return out.getvalue()


def _cell(value: Any) -> str:
    """Numbers of telephones keep their plus; words that a spreadsheet would run are made words again."""
    text = str(value)
    risky = text.startswith(_FORMULA) and not text.lstrip("+-").replace(".", "").isdigit()
    return f"'{text}" if risky else text
