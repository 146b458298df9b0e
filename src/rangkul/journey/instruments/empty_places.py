"""Instruments of the house that wait for words which only their makers may give: what an agency's admin fills in, and
what the agency brought for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import get_language
from openpyxl import Workbook

from rangkul.base.asking import Asker
from rangkul.journey.instruments.models import InstrumentVersion
from rangkul.journey.instruments.scoring.shipped import Shipped, everything


@dataclass(frozen=True)
class Place:
    """`version`: the newest published version that the agency brought, if any."""

    shipped: Shipped
    version: InstrumentVersion | None

    @property
    def name(self) -> str:
        return self.shipped.rules.name.said(get_language() or "id")


def waiting() -> Iterator[Shipped]:
    return (one for one in everything() if not one.publishable)


def places(by: Asker) -> list[Place]:
    keys = {one.key: one for one in waiting()}
    rows = InstrumentVersion.objects.filter(instrument__agency_id=by.agency_id, instrument__key__in=keys)
    rows = rows.filter(instrument__active=True, published_at__isnull=False).defer("xform", "source", "rules")
    newest = rows.order_by("instrument", "-published_at", "-id").distinct("instrument")
    held = {row.instrument.key: row for row in newest.select_related("instrument", "uploaded_by")}
    return [Place(one, held.get(key)) for key, one in keys.items()]


def workbook_of(one: Shipped) -> bytes:
    """The form with its empty places, as a workbook to write in."""
    book, out = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in _sheets(one.form):
        sheet = book.create_sheet(name)
        for column in "ABCDE":
            sheet.column_dimensions[column].width = 34
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def _sheets(form: str) -> list[tuple[str, list[list[str]]]]:
    """Of the tables in form.md: a row whose first cell says something begins a sheet."""
    sheets: list[tuple[str, list[list[str]]]] = []
    for line in form.splitlines():
        if not line.startswith("|"):
            continue
        first, *cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if first:
            sheets.append((first, []))
        else:
            sheets[-1][1].append(cells)
    return sheets
