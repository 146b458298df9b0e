"""The whole road of a workbook: weighed, read, looked at row by row, converted, looked at once more."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from django.utils.translation import gettext as _

from rangkul.base.xforms import form, reading
from rangkul.base.xforms.checking import (
    cells,
    choices,
    compiled,
    excel,
    foreign,
    formulas,
    limits,
    pictures,
    survey,
    texts,
    translations,
)
from rangkul.base.xforms.checking.columns import Table
from rangkul.base.xforms.checking.notes import Notes
from rangkul.base.xforms.checking.workbook import Faulty, Workbook, as_pyxform
from rangkul.base.xforms.faults import Checked, Fault, Unreadable
from rangkul.base.xforms.form import Form


def check(data: bytes, filename: str, came_along: Collection[str] | None = None) -> Checked:
    """`filename` tells the kind: .xlsx, .md (tables) or .csv. Never raises for what is in the file.

    `came_along` are the names of the pictures beside the workbook; None where nobody will see the form drawn.
    """
    notes = Notes()
    try:
        workbook = _read(data, filename)
        checked = _checked(workbook, notes, came_along)
    except Faulty as wrong:
        return Checked(None, wrong.faults, tuple(notes.notices))
    return Checked(None if notes.faults else checked, tuple(notes.faults), tuple(notes.notices), workbook.beside)


def _read(data: bytes, filename: str) -> Workbook:
    kind = PurePath(filename.lower()).suffix
    if kind in {".xlsm", ".xltm", ".xlsb"}:
        raise Faulty(Fault(_("Berkas bisa memuat makro. Simpan sebagai .xlsx.")))
    if kind == ".xls":
        raise Faulty(Fault(_("Format .xls lama tidak diterima. Simpan sebagai .xlsx.")))
    if kind not in {".xlsx", ".md", ".csv"}:
        raise Faulty(Fault(_("Berkas harus berupa .xlsx, .md, atau .csv.")))
    if len(data) > limits.FILE_BYTES:
        raise Faulty(Fault(_("Berkas terlalu besar: paling banyak %s MB.") % (limits.FILE_BYTES // 10**6)))
    return excel.read(data) if kind == ".xlsx" else texts.read(data, kind)


def _checked(workbook: Workbook, notes: Notes, came_along: Collection[str] | None) -> Form | None:
    for name in sorted(texts.UNSUPPORTED & set(workbook.sheets)):
        notes.fault(_("Lembar ini tidak didukung. Tulis semua pilihan di lembar choices."), name)
    asked = workbook.sheet("survey")
    if asked is None:
        notes.fault(_("Lembar survey tidak ada."))
        return None
    tables = {name: Table(one) for name, one in workbook.sheets.items()}
    table = tables["survey"]
    missing = [base for base in ("type", "name") if not table.has(base)]
    if missing:
        notes.fault(_("Kolom %s tidak ada.") % ", ".join(missing), "survey", 1)
        return None
    for one in (*tables.values(), *(Table(sheet) for sheet in workbook.beside.values())):
        cells.check(one, notes)
    for one in tables.values() if came_along is not None else ():
        pictures.check(one, came_along or (), notes)
    lists = choices.check(tables["choices"], notes) if "choices" in tables else set()
    choices.check_settings(tables.get("settings"), notes)
    rows = survey.check(table, lists, notes)
    formulas.check(table, rows, notes)
    translations.check(list(tables.values()), tables.get("settings"), notes)
    return None if notes.faults else _converted(workbook, rows, notes)


def _converted(workbook: Workbook, rows: survey.Survey, notes: Notes) -> Form | None:
    # It weighs twenty megabytes, and no page converts: the job that checks what was handed in does.
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    try:
        xml = convert(as_pyxform(workbook), form_name="data").xform.encode()
        structure = reading.read(xml)
        compiled.check(structure, rows, notes)
        return None if notes.faults else form.compiled(xml, structure)
    except PyXFormError as wrong:
        notes.faults.append(foreign.fault(wrong))
    except Unreadable as wrong:
        notes.fault(str(wrong))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        # Whatever pyxform stumbles over is a form that we do not take, never a broken page.
        notes.fault(_("Formulir ini tidak dapat diubah. Bandingkan dengan contoh lalu coba lagi."))
    return None
