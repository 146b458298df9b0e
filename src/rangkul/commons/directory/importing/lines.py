"""What one row of a file says, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rangkul.commons.directory.drafts import ContactDraft, OrganizationDraft, ServiceDraft


@dataclass(frozen=True)
class RowFault:
    """`row` counts as the spreadsheet does (the heading is row 1); `column` may be empty."""

    row: int
    column: str
    words: str


@dataclass
class Line:
    """`faults` empty: it may be written. `notes`: what the file says beyond it that finds no place here."""

    row: int
    organization: OrganizationDraft
    service: ServiceDraft
    assured: date | None = None
    faults: list[RowFault] = field(default_factory=list)
    notes: list[RowFault] = field(default_factory=list)
    # Contacts of the whole organisation.
    shared: list[ContactDraft] = field(default_factory=list)
    # News that the other list tells of it: an editor looks.
    alert: str = ""

    def note(self, column: str, words: str) -> None:
        self.notes.append(RowFault(self.row, column, words))


class Unreadable(Exception):
    """The file as a whole: `message` says why, in plain Indonesian."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
