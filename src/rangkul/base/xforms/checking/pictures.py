"""Pictures beside questions and choices: each that is named has come along; what is not drawn is not half-drawn."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking.columns import MEDIA, Table
from rangkul.base.xforms.checking.notes import Notes

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def check(table: Table, pictures: Collection[str], notes: Notes) -> None:
    """`pictures` are the names of the files that came with the workbook."""
    known = {name.casefold() for name in pictures}
    for row in table.rows:
        for base in MEDIA:
            for column, name in table.all(row, base):
                if message := _about(base, name, known):
                    notes.fault(message, table.name, row.number, column.header)


def _about(base: str, name: str, known: Collection[str]) -> str:
    if base in {"audio", "video"}:
        return _("Suara dan video belum bisa diputar di sini. Pakai gambar, atau hapus isi kolom ini.")
    if not name.lower().endswith(SUFFIXES):
        return _("“%s” bukan gambar yang bisa dipakai. Simpan sebagai PNG atau JPEG.") % name[:80]
    if name.casefold() not in known:
        return _("Gambar “%s” belum ikut diunggah. Kirim bersama buku kerjanya.") % name[:80]
    return ""
