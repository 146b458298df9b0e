"""From bytes to lines. A hostile file is refused before much of it is held: sizes, rows and cells are bounded."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineWorkbook

from rangkul.base.forms.kit import clean_text
from rangkul.base.xforms.checking.archive import packed, unpacked
from rangkul.base.xforms.checking.workbook import Faulty
from rangkul.commons.directory.importing import columns, hsds, package
from rangkul.commons.directory.importing.lines import Line, RowFault, Unreadable

MOST_ROWS = 100_000
MOST_CELL = 5_000
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*>")
_MOST_STRANGE = 20
LARGEST = 60 * 1024 * 1024


def read(data: bytes, filename: str) -> Iterator[Line]:
    """Raises Unreadable for the whole file; what is wrong with one row stands in its line."""
    if len(data) > LARGEST:
        raise Unreadable(_("Berkas terlalu besar: paling besar 60 MB."))
    if not data.strip():
        raise Unreadable(_("Berkas ini kosong."))
    name = filename.lower()
    if name.endswith((".json", ".ndjson", ".jsonl")) or data.lstrip()[:1] in (b"{", b"["):
        return _from_json(data, lines=name.endswith((".ndjson", ".jsonl")))
    if package.is_one(data):
        services, left_out = package.services(data)
        return _noted((hsds.line(number, one) for number, one in enumerate(services, start=2)), left_out)
    rows = _sheet(data) if data.startswith((b"PK", b"\xd0\xcf")) or name.endswith(".xlsx") else _csv(data)
    return _from_rows(rows)


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        # "Unicode text", as a spreadsheet calls it.
        data = _from_utf16(data)
    if b"\x00" in data[:4096]:
        raise Unreadable(_("Ini bukan berkas teks, XLSX, atau JSON yang dikenal."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What older spreadsheets save.
        return data.decode("cp1252", errors="replace")


def _from_utf16(data: bytes) -> bytes:
    try:
        return data.decode("utf-16").encode()
    except UnicodeError:
        raise Unreadable(_("Ini bukan berkas teks, XLSX, atau JSON yang dikenal.")) from None


def _csv(data: bytes) -> Iterator[list[str]]:
    text = _text(data)
    heading = text.split("\n", 1)[0]
    mark = max(",;\t", key=heading.count)
    csv.field_size_limit(MOST_CELL * 4)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False)
    except csv.Error:
        raise Unreadable(
            _("Berkas CSV ini rusak: ada isian yang terlalu panjang atau tanda kutip tidak ditutup.")
        ) from None


def _sheet(data: bytes) -> Iterator[list[str]]:
    try:
        # Macros, links and bombs are refused there; what a sheet says of its own size is not believed.
        parts = {name: _DIMENSION.sub(b"", part) for name, part in unpacked(data).items()}
        rows = CalamineWorkbook.from_filelike(packed(parts)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Faulty as error:
        raise Unreadable(str(error.faults[0].message)) from None
    except Exception as error:
        raise Unreadable(_("Berkas Excel ini rusak.")) from error
    for row in rows:
        yield [_cell(value) for value in row]


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat()[:10] if hasattr(value, "isoformat") else str(value)


def _from_rows(rows: Iterator[list[str]]) -> Iterator[Line]:
    first = next(rows, None)
    names = [columns.name_of(cell) for cell in first or []]
    missing = [name for name in columns.NEEDED if name not in names]
    if missing:
        raise Unreadable(
            _("Baris pertama harus berisi nama kolom. Belum ada kolom: %(names)s.") % {"names": ", ".join(missing)}
        )
    strange = [clean_text(cell).strip()[:40] for cell, name in zip(first or [], names, strict=True) if not name]
    words = _("Kolom ini tidak dikenal, jadi isinya tidak disimpan.")
    return _noted(_lines(rows, names), [(name, words) for name in strange if name][:_MOST_STRANGE])


def _noted(lines: Iterator[Line], notes: list[tuple[str, str]]) -> Iterator[Line]:
    """What concerns the whole file stands with its heading, and comes with the first line."""
    for line in lines:
        line.notes[:0] = [RowFault(1, column, words) for column, words in notes]
        notes = []
        yield line


def _lines(rows: Iterator[list[str]], names: list[str]) -> Iterator[Line]:
    for number, cells in enumerate(rows, start=2):
        if number > MOST_ROWS + 1:
            raise Unreadable(_("Terlalu banyak baris: paling banyak 100.000."))
        given = {name: clean_text(cell[:MOST_CELL]).strip() for name, cell in zip(names, cells, strict=False) if name}
        if any(given.values()):
            line = columns.line(number, given)
            if any(len(cell) > MOST_CELL for cell in cells):
                line.note("", _("Dipotong setelah %(most)d huruf.") % {"most": MOST_CELL})
            yield line


def _from_json(data: bytes, *, lines: bool) -> Iterator[Line]:
    text = _text(data)
    try:
        found = [json.loads(one) for one in text.splitlines() if one.strip()] if lines else json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(_("Berkas JSON ini rusak.")) from None
    if isinstance(found, dict):
        found = found.get("contents") or found.get("services") or [found]
    if not isinstance(found, list) or len(found) > MOST_ROWS or not all(isinstance(one, dict) for one in found):
        raise Unreadable(_("Berkas JSON ini tidak berisi daftar layanan HSDS."))
    return (hsds.line(number, one) for number, one in enumerate(found, start=1))
