"""What any cell may hold: not too much, nothing that a spreadsheet would run, no file from elsewhere."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.checking.columns import EXPRESSIONS, KNOWN, MEDIA, Column, Table
from rangkul.base.xforms.checking.notes import Notes
from rangkul.base.xforms.xpath import syntax

# Opened in a spreadsheet after an export, a text like this would be run.
_RUNS = re.compile(r"[=@\t\r]|[+\-](?=.*[(|!])(?!\s)")
_FILE = re.compile(r"[\w][\w .()\-]{0,120}\.[A-Za-z0-9]{2,5}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def check(table: Table, notes: Notes) -> None:
    known = KNOWN.get(table.name)
    for column in table.columns:
        if known is not None and column.base not in known:
            notes.notice(_("Kolom ini tidak dikenal dan tidak dipakai."), table.name, 1, column.header)
    for row in table.rows:
        for column in table.columns:
            text = row.cells.get(column.header)
            message = _about(column, text) if text else ""
            if message:
                notes.fault(message, table.name, row.number, column.header)


def _about(column: Column, text: str) -> str:
    written = column.base in {*EXPRESSIONS, "default"}
    most = syntax.LENGTH if written else limits.TEXT
    if len(text) > most:
        return _("Terlalu panjang: paling banyak %s huruf.") % most
    if _CONTROL.search(text):
        return _("Sel ini memuat tanda yang tidak terlihat. Hapus dan tulis lagi.")
    if written:
        return _("Rumus XLSForm tidak diawali “=”.") if text.startswith("=") else ""
    if column.base in MEDIA:
        return "" if _FILE.fullmatch(text) else _("Tulis nama berkasnya saja, misalnya peta.png.")
    if _RUNS.match(text):
        return _("Teks ini akan dijalankan sebagai rumus bila dibuka di Excel. Awali dengan kata biasa.")
    return ""
