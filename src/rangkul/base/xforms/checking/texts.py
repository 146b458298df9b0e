"""Workbooks that are plain text: markdown tables, as forms lie in a repository, and CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking.workbook import FORM_SHEETS, Faulty, Workbook, most_rows, sheet, too_many_rows
from rangkul.base.xforms.faults import Fault

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|\s:-]+")


def read(data: bytes, kind: str) -> Workbook:
    """`kind` is .md or .csv."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Faulty(Fault(_("Berkas bukan teks UTF-8. Simpan lagi dengan pengodean UTF-8."))) from None
    if "\0" in text:
        raise Faulty(Fault(_("Berkas bukan teks.")))
    return _tables(_markdown(text) if kind == ".md" else _commas(text))


def _markdown(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        line = line.strip()
        if not line.startswith("|") or (_RULE.fullmatch(line) and "-" in line):
            continue
        cells = [cell.strip().replace(r"\|", "|") for cell in _PIPE.split(line)[1:]]
        # What stands after the last bar is a cell only when something stands there.
        yield cells if cells[-1] else cells[:-1]


def _commas(text: str) -> Iterator[list[str]]:
    try:
        for cells in csv.reader(StringIO(text, newline="")):
            yield [cell.strip() for cell in cells]
    except csv.Error:
        raise Faulty(Fault(_("Berkas CSV ini rusak atau memuat sel yang terlalu panjang."))) from None


def _tables(lines: Iterable[list[str]]) -> Workbook:
    """The first cell names the sheet, where it is filled; the next filled row is its header."""
    tables: dict[str, list[tuple[int, list[str]]]] = {}
    name = ""
    for cells in lines:
        if cells and cells[0]:
            name = cells[0]
            tables.setdefault(name, [])
        if not name or not any(cells[1:]):
            continue
        rows = tables[name]
        if len(rows) > most_rows(name.lower()):
            raise Faulty(too_many_rows(name))
        rows.append((len(rows) + 1, cells[1:]))
    return assembled(tables)


def assembled(tables: dict[str, list[tuple[int, list[str]]]]) -> Workbook:
    workbook = Workbook()
    for name, rows in tables.items():
        known = name.strip().lower()
        if known in FORM_SHEETS or known in UNSUPPORTED:
            workbook.sheets[known] = sheet(known, rows)
        elif known in BESIDE:
            workbook.beside[known] = sheet(known, rows)
        else:
            workbook.others.append(name)
    return workbook


# No part of the form itself; others read what stands there.
BESIDE = frozenset({"scoring"})
# Read, so that the check can say what is not supported.
UNSUPPORTED = frozenset({"external_choices", "entities", "osm"})
