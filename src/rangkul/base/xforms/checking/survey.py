"""The rows of the survey sheet, one after another: types, names, nesting, labels, choice lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.checking.columns import MEDIA, Table
from rangkul.base.xforms.checking.kinds import Kind, kind, refusal
from rangkul.base.xforms.checking.notes import Notes
from rangkul.base.xforms.checking.workbook import Row

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_RESERVED = {"meta", "data", "instanceid", "instancename", "root", "item"}
NESTED = 8


@dataclass(slots=True)
class Asked:
    """One row that stands for something in the form. `certain`: it holds something whenever its part is there."""

    row: Row
    kind: Kind
    name: str
    certain: bool = False


@dataclass(slots=True)
class Survey:
    """`by_name` is lower-cased no further than the form itself writes it."""

    asked: list[Asked] = field(default_factory=list)
    by_name: dict[str, Asked] = field(default_factory=dict)


def check(table: Table, lists: set[str], notes: Notes) -> Survey:
    survey = Survey()
    seen: dict[str, int] = {}
    blocks: list[Asked] = []
    for row in table.rows:
        written = table.get(row, "type")
        if not written or table.get(row, "disabled").lower() in {"yes", "true", "true()"}:
            if not written and (table.get(row, "name") or table.get(row, "label")):
                notes.fault(_("Jenis pertanyaan kosong."), table.name, row.number, "type")
            continue
        one = Asked(row, kind(written), table.get(row, "name"))
        if not one.kind.name:
            why = refusal(written) or _("Jenis “%s” tidak dikenal.") % written[:40]
            notes.fault(str(why), table.name, row.number, "type")
            continue
        if one.kind.block == "end":
            _close(table, one, blocks, notes)
            continue
        _name(table, one, seen, notes)
        _words(table, one, notes)
        _source(table, one, lists, notes)
        survey.asked.append(one)
        survey.by_name.setdefault(one.name, one)
        conditional = any(table.get(around.row, "relevant") for around in (*blocks, one))
        answered = one.kind.name == "calculate" or table.get(row, "required").lower() in {"yes", "true", "true()"}
        one.certain = answered and not conditional
        if one.kind.block == "begin":
            _turns_in_turns(table, one, blocks, notes)
            blocks.append(one)
            if len(blocks) > NESTED:
                notes.fault(_("Kelompok bersarang terlalu dalam: paling banyak %s.") % NESTED, table.name, row.number)
    for one in blocks:
        notes.fault(
            _("Kelompok “%(name)s” tidak ditutup dengan end_%(kind)s.") % {"name": one.name, "kind": one.kind.name},
            table.name,
            one.row.number,
        )
    if not any(one.kind.shown for one in survey.asked) and not notes.faults:
        notes.fault(_("Formulir ini tidak bertanya apa-apa."), table.name)
    return survey


def _turns_in_turns(table: Table, one: Asked, blocks: list[Asked], notes: Notes) -> None:
    """The engine in the browser then empties the turns of the wrong neighbour: seen, not guessed."""
    inside = any(around.kind.name == "repeat" for around in blocks)
    if inside and one.kind.name == "repeat" and table.get(one.row, "relevant"):
        message = _(
            "Syarat pada bagian berulang di dalam bagian berulang menghapus jawaban. "
            "Pindahkan ke begin_group di luarnya."
        )
        notes.fault(message, table.name, one.row.number, "relevant")


def _close(table: Table, one: Asked, blocks: list[Asked], notes: Notes) -> None:
    if not blocks:
        notes.fault(_("Tidak ada kelompok yang dibuka untuk ditutup di sini."), table.name, one.row.number, "type")
        return
    opened = blocks.pop()
    if opened.kind.name != one.kind.name:
        message = _("Baris ini menutup %(closes)s, padahal yang terbuka %(open)s “%(name)s” dari baris %(row)s.")
        values = {"closes": one.kind.name, "open": opened.kind.name, "name": opened.name, "row": opened.row.number}
        notes.fault(message % values, table.name, one.row.number, "type")


def _name(table: Table, one: Asked, seen: dict[str, int], notes: Notes) -> None:
    row = one.row.number
    if not one.name:
        if one.kind.name != "note":
            notes.fault(_("Nama kosong."), table.name, row, "name")
        return
    if not _NAME.fullmatch(one.name) or len(one.name) > limits.NAME:
        notes.fault(
            _("Nama “%s” tidak bisa dipakai. Pakai huruf, angka, dan _ tanpa spasi; awali dengan huruf.")
            % one.name[:40],
            table.name,
            row,
            "name",
        )
    if one.name.lower() in _RESERVED:
        notes.fault(_("Nama “%s” dipakai oleh sistem. Pilih nama lain.") % one.name, table.name, row, "name")
    before = seen.setdefault(one.name.lower(), row)
    if before != row:
        message = _("Nama “%(name)s” sudah dipakai di baris %(row)s. Setiap baris perlu nama sendiri.")
        notes.fault(message % {"name": one.name, "row": before}, table.name, row, "name")


def _words(table: Table, one: Asked, notes: Notes) -> None:
    """A person must have something to read, or to see. A calculated field is not shown."""
    if one.kind.name == "calculate" and not (table.get(one.row, "calculation") or table.get(one.row, "default")):
        notes.fault(_("Perhitungan kosong."), table.name, one.row.number, "calculation")
    if not one.kind.shown or table.get(one.row, "calculation"):
        return
    if not any(table.get(one.row, base) for base in ("label", "hint", *MEDIA)):
        notes.fault(_("Pertanyaan ini tidak punya label."), table.name, one.row.number, "label")


def _source(table: Table, one: Asked, lists: set[str], notes: Notes) -> None:
    source, row = one.kind.source, one.row.number
    if one.kind.or_other:
        notes.fault(
            _("or_other tidak didukung karena memunculkan kata Inggris. Tambahkan pilihan dan pertanyaan “lainnya”."),
            table.name,
            row,
            "type",
        )
    if source and not source.startswith("${") and source not in lists:
        notes.fault(_("Daftar pilihan “%s” tidak ada di lembar choices.") % source, table.name, row, "type")
    if "search(" in table.get(one.row, "appearance"):
        notes.fault(
            _("search() memakai berkas lain, yang tidak didukung. Tulis semua pilihan di lembar choices."),
            table.name,
            row,
            "appearance",
        )
