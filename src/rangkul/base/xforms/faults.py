"""What is wrong with a form (told to who wrote it) and what is wrong with an answer (told to who gave it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from rangkul.base.xforms.checking.workbook import Sheet
    from rangkul.base.xforms.form import Form


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a workbook. `row` counts as a spreadsheet does: the header is row 1."""

    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = []
        if self.sheet:
            place.append(_("Lembar %s") % self.sheet)
        if self.row:
            place.append(_("baris %s") % self.row)
        if self.column:
            place.append(_("kolom %s") % self.column)
        where = ", ".join(place)
        return f"{where[:1].upper()}{where[1:]}: {self.message}" if where else self.message


@dataclass(frozen=True, slots=True)
class Checked:
    """`form` is there exactly when `faults` is empty; a notice does not stop a form. `beside` holds sheets of the
    workbook that are no part of the form, by name, for who reads them."""

    form: Form | None
    faults: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    beside: Mapping[str, Sheet] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with an answer. `path` names the node with its turn in a repeat: `/data/anggota[2]/umur`."""

    path: str
    label: str
    message: str

    def __str__(self) -> str:
        return f"{self.label}: {self.message}" if self.label else self.message


class Refused(Exception):
    """The answer does not follow its form; nothing of it was believed. Its sentence holds no answer."""

    def __init__(self, *faults: Complaint):
        self.faults = faults
        super().__init__("; ".join(sorted({fault.path for fault in faults})))


class Unreadable(ValueError):
    """The bytes are not what they should be; the sentence says why, in words for the sender."""
