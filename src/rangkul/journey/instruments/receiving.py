"""What was handed in looked at whole: the form, its pictures, its scoring. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.xforms import Checked, Fault, Form, check
from rangkul.journey.instruments import picturing, rendering, scoring_sheet
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.scoring.fitting import unfit
from rangkul.journey.instruments.scoring.shipped import keys, shipped


class Faulty(Refused):
    """The form does not stand its check; `checked` says where."""

    def __init__(self, checked: Checked):
        said = _("Formulir ini belum bisa dipakai. Perbaiki yang disebut di bawah.")
        super().__init__(said, field="files", code="faults")
        self.checked = checked


@dataclass(frozen=True)
class Ready:
    """A form that stands its check, with all that a version keeps of it."""

    form: Form
    data: bytes
    name: str
    licence: str
    rules: dict | None
    pictures: Mapping[str, picturing.Drawn]
    notices: tuple[Fault, ...] = ()


def received(came: Parcel, licence: str) -> Ready:
    """Raises Faulty with all that must be mended."""
    checked = check(came.data, came.name, came_along=came.pictures.keys())
    if checked.form is None:
        raise Faulty(checked)
    if (found := rendering.parts(checked.form)) > rendering.MOST_PARTS:
        raise Faulty(replace(checked, form=None, faults=(_too_long(found),)))
    pictures, spoilt = _pictures(checked.form, came.pictures)
    rules, wrong = _rules(checked, checked.form, licence)
    if spoilt or wrong:
        raise Faulty(replace(checked, form=None, faults=(*spoilt, *wrong)))
    return Ready(checked.form, came.data, came.name, licence, rules, pictures, checked.notices)


def _too_long(found: int) -> Fault:
    said = _(
        "Formulir ini terlalu panjang untuk satu halaman: %(found)s pertanyaan dan pilihan, paling banyak %(most)s. "
        "Pecah menjadi beberapa formulir, atau saring daftar yang panjang dengan choice_filter."
    )
    return Fault(said % {"found": found, "most": rendering.MOST_PARTS})


def _pictures(form: Form, came: Mapping[str, bytes]) -> tuple[dict[str, picturing.Drawn], list[Fault]]:
    """Those that the form shows, by the name that it gives them; others are left behind."""
    found, faults = {}, []
    by_name = {name.casefold(): data for name, data in came.items()}
    for name in form.media:
        try:
            found[name] = picturing.drawn(by_name[name.casefold()])
        except picturing.NotAPicture as wrong:
            faults.append(Fault(f"{name}: {wrong}"))
    if sum(len(picture.data) for picture in found.values()) > picturing.TOGETHER:
        faults.append(Fault(_("Gambar formulir ini terlalu besar bila dijumlahkan. Pakai lebih sedikit gambar.")))
    return found, faults


def _rules(checked: Checked, form: Form, licence: str) -> tuple[dict | None, list[Fault]]:
    """Ours where the form fills an empty place of ours, else those that its own scoring sheet says, else none."""
    sheet = checked.beside.get("scoring")
    if form.key in keys():
        return _of_slot(form, sheet is not None)
    return scoring_sheet.read(sheet, form, licence) if sheet and sheet.rows else (None, [])


def _of_slot(form: Form, own_scoring: bool) -> tuple[dict | None, list[Fault]]:
    """The rules of an instrument of ours that waits for its official words, where this form brings them. The name of
    one that needs no words is taken."""
    ours = shipped(form.key)
    if ours.publishable:
        said = _("Nama kunci %(key)s dipakai instrumen bawaan. Pilih form_id lain di lembar settings.")
        return None, [Fault(said % {"key": form.key}, "settings", 2, "form_id")]
    if own_scoring:
        return None, [Fault(_("Instrumen ini dihitung dengan aturan bawaan. Hapus lembar scoring."), "scoring")]
    choices = {one.name: [choice.name for choice in one.choices] for one in form.all_questions() if one.choices}
    labels = [label for one in form.all_questions() for label in one.labels.values()]
    return ours.written, [Fault(str(fault.id)) for fault in unfit(ours.rules, choices, labels)]
