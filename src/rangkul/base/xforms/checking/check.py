"""The whole road of a workbook: read within bounds, converted, compiled."""

from __future__ import annotations

from pathlib import PurePath

from django.utils.translation import gettext as _
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from rangkul.base.xforms.faults import Checked, Fault, Unreadable
from rangkul.base.xforms.form import Form

KINDS = {".xlsx", ".md", ".csv"}


def check(data: bytes, filename: str) -> Checked:
    """`filename` tells the kind: .xlsx, .md (tables) or .csv. Never raises for what is in the file."""
    kind = PurePath(filename.lower()).suffix
    if kind not in KINDS:
        return _wrong(_("Berkas harus berupa .xlsx, .md, atau .csv."))
    try:
        xml = convert(data, file_type=kind, form_name="data").xform.encode()
        return Checked(Form.from_xml(xml))
    except PyXFormError as wrong:
        return _wrong(str(wrong))
    except Unreadable as wrong:
        return _wrong(str(wrong))


def _wrong(message: str) -> Checked:
    return Checked(None, (Fault(message),))
