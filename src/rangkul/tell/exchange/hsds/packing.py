"""The public list as an HSDS data package: a table a file, and a description of what they hold.

A job makes it and a page only hands it over. It is read batch by batch and kept on disk meanwhile: of fifty thousand
services no more than one batch is held, and the keys of what several of them share.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from rangkul.base import clock, home
from rangkul.base.asking import PUBLIC, acting, job
from rangkul.commons.directory import queries
from rangkul.tell.exchange.hsds import shaping
from rangkul.tell.exchange.hsds.vocabulary import terms

PACKER = job("hsds.pack")
# What was being written while the list was read may be missing: it counts as changed afterwards.
_MARGIN = timedelta(minutes=2)
_FRESH = timedelta(hours=1)
_BATCH = 500
# Where each nested list goes; what is nested deeper is taken out of its row the same way.
_TABLES = {
    "phones": "phone",
    "contacts": "contact",
    "locations": "location",
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
# Rows of these are met in several services.
_SHARED = frozenset(
    {
        "organization", "location", "address", "accessibility", "phone", "contact", "attribute", "unit", "taxonomy",
        "taxonomy_term",
    }
)  # fmt: skip
# What begins a cell of a spreadsheet as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def place() -> Path:
    return home.private_folder("exchange") / "hsds.zip"


def ready() -> Path | None:
    """The package, unless it is not there yet or holds what is no longer for everybody."""
    built = _built()
    if built is None:
        return None
    with acting(PACKER):
        return None if queries.hidden_since(built) else place()


def renew() -> bool:
    """Make it where it is missing, where something was hidden since, or an hour after something changed."""
    built = _built()
    if built is not None and not queries.hidden_since(built):
        old = clock.now() - built > _FRESH
        if not (old and queries.changed_since(built)):
            return False
    with acting(PUBLIC):
        build(place())
    return True


def _built() -> datetime | None:
    try:
        return datetime.fromtimestamp(place().stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def build(target: Path) -> None:
    """By whoever sees what is public and nothing else. Appears whole or not at all; its time is that of the reading."""
    began = (clock.now() - _MARGIN).timestamp()
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        tables = _Tables(Path(folder))
        for row in terms().taxonomies:
            tables.take("taxonomy", row)
        # Whole first: inside a service an organisation stands without its own places and contacts.
        for one in _organizations():
            tables.take("organization", one)
        for one in _services():
            tables.take("service", one)
        draft = tables.zipped()
        os.utime(draft, (began, began))
        draft.replace(target)


def _organizations() -> Iterator[dict[str, Any]]:
    """Those without a public service too."""
    last, words = None, terms()
    while True:
        rows = queries.public_organizations()
        batch = list((rows.filter(pk__gt=last) if last else rows)[:_BATCH])
        yield from shaping.organizations(batch, words)
        if len(batch) < _BATCH:
            return
        last = batch[-1].pk


def _services() -> Iterator[dict[str, Any]]:
    last, words = None, terms()
    while True:
        rows = queries.public_services().select_related("organization")
        batch = list((rows.filter(pk__gt=last) if last else rows)[:_BATCH])
        for entry in queries.public_entries(batch):
            whole = shaping.organization(entry.service.organization, words)
            yield shaping.service(entry, words, whole)
        if len(batch) < _BATCH:
            return
        last = batch[-1].pk


class _Tables:
    """Rows of each table, one a line on disk, until all columns are known."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, TextIO] = {}
        self.columns: dict[str, dict[str, None]] = {}
        self.seen: set[tuple[str, str]] = set()

    def take(self, table: str, row: dict[str, Any]) -> None:
        if table in _SHARED:
            if (table, row["id"]) in self.seen:
                return
            self.seen.add((table, row["id"]))
        flat = {}
        for name, value in row.items():
            if name in _TABLES:
                for one in value:
                    self.take(_TABLES[name], one)
            elif name in _ONES and isinstance(value, dict):
                self.take(_ONES[name], value)
                flat.setdefault(f"{name}_id", value["id"])
            else:
                flat[name] = value
        if table not in self.files:
            self.files[table] = (self.folder / table).open("w", encoding="utf-8")
        self.files[table].write(json.dumps(flat) + "\n")
        self.columns.setdefault(table, {}).update(dict.fromkeys(flat))

    def zipped(self) -> Path:
        target = self.folder / "hsds.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            resources = []
            for table in sorted(self.files):
                self.files[table].close()
                columns = list(self.columns[table])
                with archive.open(f"{table}.csv", "w") as part:
                    self._write(table, columns, io.TextIOWrapper(part, encoding="utf-8", newline=""))
                fields = [{"name": name, "type": "string"} for name in columns]
                about = {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource"}
                resources.append(about | {"schema": {"fields": fields}})
            package = {"name": "hsds", "profile": "tabular-data-package", "version": "3.1", "resources": resources}
            archive.writestr("datapackage.json", json.dumps(package, indent=1))
        return target

    def _write(self, table: str, columns: list[str], out: io.TextIOWrapper) -> None:
        writer = csv.writer(out)
        writer.writerow(columns)
        with (self.folder / table).open(encoding="utf-8") as rows:
            for line in rows:
                row = json.loads(line)
                writer.writerow([_cell(row.get(name, "")) for name in columns])
        out.flush()
        out.detach()


def _cell(value: Any) -> str:
    """Numbers of telephones keep their plus; words that a spreadsheet would run are made words again."""
    text = str(value)
    risky = text.startswith(_FORMULA) and not text.lstrip("+-").replace(".", "").isdigit()
    return f"'{text}" if risky else text
