"""Words that are there in one language and not in another."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking.columns import TRANSLATED, Table
from rangkul.base.xforms.checking.notes import Notes


def check(tables: list[Table], settings: Table | None, notes: Notes) -> None:
    languages = list(dict.fromkeys(language for table in tables for language in table.languages()))
    if not languages:
        return
    for table in tables:
        for base in TRANSLATED.get(table.name, ()):
            _base(table, base, languages, notes)
    default = settings.get(settings.rows[0], "default_language") if settings and settings.rows else ""
    if default and default not in languages:
        notes.fault(_("Bahasa “%s” tidak dipakai di kolom mana pun.") % default, "settings", None, "default_language")


def _base(table: Table, base: str, languages: list[str], notes: Notes) -> None:
    columns = {one.language: one.header for one in table.columns if one.base == base}
    if not columns:
        return
    if "" in columns and len(columns) > 1:
        notes.fault(_("Kolom ini tidak menyebut bahasanya, kolom sejenis menyebutnya."), table.name, 1, columns[""])
        return
    if set(columns) == {""}:
        notes.notice(_("Kolom ini tidak diterjemahkan."), table.name, 1, columns[""])
        return
    for language in languages:
        if language not in columns:
            notes.notice(_("Kolom ini tidak ada dalam bahasa %s.") % language, table.name, 1, base)
    for row in table.rows:
        filled = [language for language, header in columns.items() if row.cells.get(header)]
        missing = [language for language in columns if language not in filled]
        if filled and missing:
            notes.notice(_("Belum diterjemahkan ke %s.") % ", ".join(missing), table.name, row.number, base)
