"""The cells of an XLSX as texts, row and column as they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree
from python_calamine import CalamineWorkbook

from rangkul.base.xforms.checking import archive, limits
from rangkul.base.xforms.checking.texts import BESIDE, UNSUPPORTED, assembled
from rangkul.base.xforms.checking.workbook import FORM_SHEETS, Faulty, Workbook, most_rows, too_many_rows
from rangkul.base.xforms.faults import Fault

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# What a sheet says about its own size is believed by readers and need not be true.
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*>")
_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
_TAGS = (f"{_MAIN}c", f"{_MAIN}row")
# How many formula cells are named before the rest is left out.
_NAMED = 10


def read(data: bytes) -> Workbook:
    parts = archive.unpacked(data)
    names = _sheet_parts(parts)
    wanted = {name: part for name, part in names.items() if _wanted(name)}
    for name, part in wanted.items():
        parts[part] = _DIMENSION.sub(b"", parts[part])
        _walk(name.lower(), parts[part])
    kept = {
        name: part for name, part in parts.items() if not name.startswith("xl/worksheets/") or name in wanted.values()
    }
    tables = _cells(kept, list(wanted), unused={part: name for name, part in names.items() if name not in wanted})
    workbook = assembled(tables)
    workbook.others = [name for name in names if name not in wanted]
    return workbook


def _wanted(name: str) -> bool:
    return name.strip().lower() in {*FORM_SHEETS, *UNSUPPORTED, *BESIDE}


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Which part holds which sheet."""
    book, links = parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        raise Faulty(Fault(_("Ini bukan berkas Excel (.xlsx).")))
    targets = {one.get("Id"): one.get("Target", "") for one in _parsed(links)}
    found = {}
    for one in _parsed(book).iter(f"{_MAIN}sheet"):
        target = targets.get(one.get(_LINK), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if part in parts:
            found[one.get("name", "")] = part
    if len(found) > limits.SHEETS:
        raise Faulty(Fault(_("Berkas Excel ini memuat terlalu banyak lembar.")))
    return found


def _parsed(part: bytes) -> etree._Element:
    try:
        return etree.fromstring(part, etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError):
        raise Faulty(Fault(_("Berkas Excel ini rusak."))) from None


def _walk(name: str, part: bytes) -> None:
    """One cell far out makes a reader ask for a table of a billion cells; a formula shows a result that may be old."""
    formulas: list[Fault] = []
    row = cells = 0
    try:
        for happening, element in etree.iterparse(BytesIO(part), tag=_TAGS, events=("start", "end"), **_SAFE):
            if happening == "start":
                cells = cells + 1 if element.tag == f"{_MAIN}c" else 0
                row = _row_number(element, row)
                _within(name, element, row, cells)
            elif element.tag == f"{_MAIN}c" and element.find(f"{_MAIN}f") is not None and len(formulas) < _NAMED:
                formulas.append(_formula(name, element, row))
            if happening == "end":
                element.clear()
    except etree.XMLSyntaxError:
        raise Faulty(Fault(_("Berkas Excel ini rusak."))) from None
    if formulas:
        raise Faulty(*formulas)


def _row_number(element: etree._Element, before: int) -> int:
    if element.tag != f"{_MAIN}row":
        return before
    written = element.get("r", "")
    return int(written) if written.isdecimal() and len(written) < 9 else before + 1


def _within(name: str, element: etree._Element, row: int, cells: int) -> None:
    # Filled or not: a formatted empty row costs as much. Spreadsheets pad a little, so there is room above the limit.
    found = _CELL.fullmatch(element.get("r", "")) if element.tag == f"{_MAIN}c" else None
    if row > most_rows(name) + 1_000 or (found and int(found[2]) > most_rows(name) + 1_000):
        raise Faulty(too_many_rows(name))
    if cells > limits.COLUMNS * 3 or (found and _column(found[1]) > limits.COLUMNS * 3):
        raise Faulty(Fault(_("Terlalu banyak kolom: paling banyak %s.") % limits.COLUMNS, name))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _formula(name: str, element: etree._Element, row: int) -> Fault:
    found = _CELL.fullmatch(element.get("r", ""))
    column = found[1] if found else None
    message = _("Sel ini memuat rumus Excel. Salin hasilnya dan tempel sebagai nilai.")
    return Fault(message, name, int(found[2]) if found else row, column)


def _cells(parts: dict[str, bytes], names: list[str], unused: dict[str, str]) -> dict[str, list[tuple[int, list[str]]]]:
    # Sheets that nobody asked for stay as empty shells: the list of sheets names them.
    shell = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    try:
        book = CalamineWorkbook.from_filelike(archive.packed({**parts, **dict.fromkeys(unused, shell)}))
        return {name: list(_rows(book.get_sheet_by_name(name).to_python(skip_empty_area=False))) for name in names}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        raise Faulty(Fault(_("Berkas Excel ini rusak."))) from None


def _rows(table: list[list[Any]]) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(table, start=1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat()
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return str(cell).replace("\xa0", " ").strip()
