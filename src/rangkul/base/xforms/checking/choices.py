"""The choices sheet and the settings sheet."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.checking.columns import MEDIA, Table
from rangkul.base.xforms.checking.notes import Notes

_FORM_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.\-]{0,63}")
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,31}")
_CHOICE = re.compile(r"[^\s'\"<>&]+")


def check(table: Table, notes: Notes) -> set[str]:
    """The names of the lists."""
    for base in ("list_name", "name"):
        if not table.has(base):
            notes.fault(_("Kolom %s tidak ada.") % base, table.name, 1)
    seen: dict[tuple[str, str], int] = {}
    for row in table.rows:
        source, name = table.get(row, "list_name"), table.get(row, "name")
        if not source:
            notes.fault(_("Nama daftar kosong."), table.name, row.number, "list_name")
            continue
        if not name:
            notes.fault(_("Nama pilihan kosong."), table.name, row.number, "name")
        elif not _CHOICE.fullmatch(name) or len(name) > limits.CHOICE_NAME:
            notes.fault(
                _("Nama pilihan “%s” tidak bisa dipakai: tanpa spasi dan tanda kutip, paling banyak 64 huruf.")
                % name[:40],
                table.name,
                row.number,
                "name",
            )
        elif (before := seen.setdefault((source, name), row.number)) != row.number:
            message = _("Pilihan “%(name)s” sudah ada di baris %(row)s dalam daftar yang sama.")
            notes.fault(message % {"name": name, "row": before}, table.name, row.number, "name")
        if not any(table.get(row, base) for base in ("label", *MEDIA)):
            notes.fault(_("Pilihan ini tidak punya label."), table.name, row.number, "label")
    return {source for source, _name in seen}


def check_settings(table: Table | None, notes: Notes) -> None:
    if table is None or not table.rows:
        notes.fault(_("Lembar settings tidak ada. Isi form_id, form_title, dan version di sana."))
        return
    row = table.rows[0]
    for base, pattern in (("form_id", _FORM_ID), ("version", _VERSION)):
        text = table.get(row, base)
        if not text:
            notes.fault(_("Isi %s.") % base, table.name, row.number, base)
        elif not pattern.fullmatch(text):
            notes.fault(_("Pakai huruf, angka, titik, dan - tanpa spasi."), table.name, row.number, base)
    if not table.get(row, "form_title"):
        notes.notice(_("Formulir ini tidak punya judul (form_title)."), table.name, row.number, "form_title")
    for base in ("submission_url", "public_key", "auto_send", "auto_delete"):
        if table.get(row, base):
            notes.fault(_("Jawaban tidak boleh dikirim ke tempat lain. Hapus kolom ini."), table.name, row.number, base)
    if table.get(row, "omit_instanceid"):
        notes.fault(_("Setiap jawaban perlu nomor. Hapus kolom ini."), table.name, row.number, "omit_instanceID")
    if len(table.rows) > 1:
        notes.notice(_("Hanya baris pertama yang dipakai."), table.name, table.rows[1].number)
