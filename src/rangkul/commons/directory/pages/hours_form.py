"""One row of opening hours as a form: hours that always hold, hours of Ramadan, or an exception with its days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import opening
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line
from rangkul.commons.directory.drafts import HoursDraft
from rangkul.commons.directory.models import Schedule
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.redrafting import hours_of
from rangkul.commons.directory.states import Season
from rangkul.commons.directory.timing import CLOSED, LONGEST_EXCEPTION

USUAL, RAMADAN, DATED = "biasa", "ramadan", "khusus"
KINDS = {
    USUAL: gettext_lazy("Jam buka biasa"), RAMADAN: gettext_lazy("Jam bulan Ramadan"),
    DATED: gettext_lazy("Jam khusus bertanggal"),
}  # fmt: skip
HOW = gettext_lazy("Contoh: Senin–Jumat 08.00–16.00; Sabtu 08.00–12.00; libur tutup. Siang malam: 24 jam.")


def hours_typed(typed: str) -> str:
    """In the notation that is kept, "" for nothing. Raises ValidationError."""
    if not typed:
        return ""
    try:
        opening.parse(found := opening.notation(typed))
    except opening.HoursError as error:
        raise forms.ValidationError(error.message) from None
    return found


class HoursForm(RangkulForm):
    place = choice(gettext_lazy("Di mana"), [], empty=gettext_lazy("Di semua tempat"), required=False)
    valid_from = DayField(label=gettext_lazy("Hari pertama"), required=False)
    valid_to = DayField(label=gettext_lazy("Hari terakhir"), required=False)
    closed = forms.BooleanField(label=gettext_lazy("Tutup pada hari-hari itu"), required=False)
    opening_hours = line(gettext_lazy("Jam buka"), most=200, required=False, help_text=HOW)
    notes = line(gettext_lazy("Keterangan"), most=200, required=False)

    def __init__(self, *args, kind: str, entry: Entry, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        places = [(str(one.pk), str(one.location)) for one in entry.places]
        if places:
            self.fields["place"].choices = [("", _("Di semua tempat")), *places]
        else:
            del self.fields["place"]
        self._shape(self.fields)

    def _shape(self, fields: dict[str, Any]) -> None:
        if self.kind != DATED:
            del fields["closed"]
            fields["opening_hours"].required = True
            fields["notes"].help_text = _("Bila perlu, misalnya: daftar paling lambat pukul 11. Dibaca umum.")
        if self.kind == USUAL:
            del fields["valid_from"], fields["valid_to"]
        elif self.kind == RAMADAN:
            fields["valid_from"].help_text = _("Kosong: setiap tahun, menurut perkiraan kalender.")
        else:
            fields["valid_from"].required = fields["notes"].required = True
            fields["valid_to"].help_text = _("Kosong: hanya satu hari.")
            fields["notes"].label = _("Alasan")
            fields["notes"].help_text = _("Misalnya: Idulfitri, cuti bersama, pindah ruang. Dibaca umum.")
            fields["opening_hours"].help_text = _("Contoh: 09.00–12.00. Kosong bila tutup.")

    def clean_opening_hours(self) -> str:
        return hours_typed(self.cleaned_data["opening_hours"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if self.kind == DATED:
            cleaned["valid_to"] = cleaned["valid_to"] or cleaned["valid_from"]
            if not cleaned["closed"] and not cleaned["opening_hours"]:
                self.add_error("opening_hours", _("Tulis jam bukanya, atau centang tutup."))
            elif cleaned["closed"] and cleaned["opening_hours"] not in ("", CLOSED):
                self.add_error("closed", _("Tutup dan punya jam buka tidak bisa sekaligus. Pilih salah satu."))
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if self.kind == RAMADAN and (first is None) != (last is None):
            self.add_error("valid_to", _("Isi hari pertama dan hari terakhir, atau kosongkan keduanya."))
        if first and last and (last - first).days >= LONGEST_EXCEPTION:
            words = _("Paling lama %(n)d hari. Bila berubah untuk seterusnya, ubah jam buka biasa.")
            self.add_error("valid_to", words % {"n": LONGEST_EXCEPTION})
        return cleaned


def kind_of(row: Schedule) -> str:
    if row.season == Season.RAMADAN:
        return RAMADAN
    return DATED if row.is_exception else USUAL


def initial_of(row: Schedule) -> dict[str, Any]:
    read = opening.known(row.opening_hours)
    closed = row.opening_hours == CLOSED
    return {
        "place": str(row.at_id or ""), "valid_from": row.valid_from, "valid_to": row.valid_to, "notes": row.notes,
        "closed": closed and kind_of(row) == DATED,
        "opening_hours": "" if closed else "; ".join(opening.in_words(read)) if read else row.opening_hours,
    }  # fmt: skip


def draft_of(form: HoursForm, words: dict[str, Any], entry: Entry, row: Schedule | None) -> HoursDraft:
    """What the form says, over what stood there and the form does not ask for."""
    before = hours_of(row, entry.places) if row else HoursDraft("")
    at = next((one.location for one in entry.places if str(one.pk) == words.get("place")), None)
    typed = CLOSED if words.get("closed") else words["opening_hours"]
    old, new = opening.known(before.opening_hours), opening.known(typed)
    return replace(
        before,
        # The same hours typed in other words are no change.
        opening_hours=before.opening_hours if old and new and old.same_as(new) else typed,
        season=Season.RAMADAN if form.kind == RAMADAN else Season.USUAL,
        valid_from=words.get("valid_from", before.valid_from),
        valid_to=words.get("valid_to", before.valid_to),
        notes=words["notes"],
        at=(at.address, at.region_code) if at else None,
    )
