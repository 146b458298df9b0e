"""What one row of a file says, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy

from rangkul.commons.directory.drafts import ContactDraft, OrganizationDraft, ServiceDraft


@dataclass(frozen=True)
class RowFault:
    """`row` counts as the spreadsheet does (the heading is row 1); `column` may be empty."""

    row: int
    column: str
    words: str

    @property
    def where(self) -> str:
        """The column as people call it: parts of HSDS have English names."""
        name = _PARTS.get(self.column.partition(".")[0])
        return f"{name} ({self.column})" if name else self.column


_PARTS = {
    "accessibility": gettext_lazy("kemudahan"), "addresses": gettext_lazy("alamat"), "alert": gettext_lazy("kabar"),
    "application_process": gettext_lazy("cara memulai"), "assured_date": gettext_lazy("dipastikan"),
    "attributes": gettext_lazy("kelompok dan jenis bantuan"), "capacities": gettext_lazy("tempat yang tersedia"),
    "contacts": gettext_lazy("kontak"), "cost_options": gettext_lazy("biaya"),
    "eligibility_description": gettext_lazy("syarat"), "languages": gettext_lazy("bahasa"),
    "location": gettext_lazy("tempat"), "minimum_age": gettext_lazy("umur"), "name": gettext_lazy("nama layanan"),
    "organization": gettext_lazy("lembaga"), "phones": gettext_lazy("telepon"),
    "required_documents": gettext_lazy("yang dibawa"), "schedules": gettext_lazy("jam buka"),
    "service_areas": gettext_lazy("wilayah"), "service_at_locations": gettext_lazy("tempat"),
    "status": gettext_lazy("keadaan"), "url": gettext_lazy("situs"), "wait_time": gettext_lazy("lama menunggu"),
}  # fmt: skip


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
