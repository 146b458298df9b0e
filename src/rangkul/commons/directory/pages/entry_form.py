"""The whole entry on one dense form. What the form does not show (further places, rules for groups) stays as it was."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.forms.fields import choice, line, text
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.directory.drafts import PlaceDraft
from rangkul.commons.directory.pages.hours_form import HOW, hours_typed
from rangkul.commons.directory.pages.places_typed import PlaceTyped, places_in
from rangkul.commons.directory.pages.places_typed import region as region_of
from rangkul.commons.directory.states import (
    NAMED_PAPERS,
    Access,
    Atensi,
    Cost,
    Help,
    Language,
    LegalStatus,
    Status,
    Way,
)
from rangkul.commons.people.states import Sex


def _several(label, choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


_WHERE = gettext_lazy("Satu wilayah sebaris. Kosong: siapa saja yang bisa datang. “Indonesia”: semua.")
_FURTHER = gettext_lazy(
    "Satu tempat sebaris: alamat; desa, kecamatan, atau kabupaten. Tambahkan “; rahasia” bila hanya untuk petugas."
)
_MOST_PLACES = 20
_SEX = [(Sex.FEMALE, Sex.FEMALE.label), (Sex.MALE, Sex.MALE.label)]


def _hours(label, **more) -> forms.CharField:
    return line(label, required=False, help_text=HOW, **more)


class EntryForm(PlaceTyped):
    organization = line(gettext_lazy("Nama lembaga"), most=160)
    legal_status = choice(gettext_lazy("Bentuk lembaga"), LegalStatus.choices, required=False)
    psks = choice(gettext_lazy("PSKS"), [], empty=gettext_lazy("Tidak termasuk"), required=False)
    consented_on = forms.DateField(
        label=gettext_lazy("Perorangan itu setuju ditampilkan pada"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    name = line(gettext_lazy("Nama layanan"), most=160)
    alternate_name = line(
        gettext_lazy("Nama lain"), most=160, required=False,
        help_text=gettext_lazy("Singkatan atau sebutan sehari-hari. Ikut dicari."),
    )  # fmt: skip
    description = text(gettext_lazy("Apa yang didapat orang di sini"), rows=4, most=4000, required=False)
    status = choice(gettext_lazy("Keadaan"), Status.choices)
    helps = _several(gettext_lazy("Jenis bantuan"), Help.choices)
    categories = _several(gettext_lazy("Untuk kelompok layanan"), [])
    atensi = _several(gettext_lazy("Bentuk ATENSI"), Atensi.choices)
    ways = _several(gettext_lazy("Cara memulai"), Way.choices)
    application_process = text(gettext_lazy("Langkah memulai"), rows=2, most=1000, required=False)
    cost = choice(gettext_lazy("Biaya"), Cost.choices, required=False)
    amount = forms.IntegerField(label=gettext_lazy("Rupiah"), min_value=0, max_value=2_000_000_000, required=False)
    fees_description = line(gettext_lazy("Penjelasan biaya"), most=300, required=False)
    wait_time = line(gettext_lazy("Lama menunggu"), most=120, required=False)
    languages = _several(gettext_lazy("Bahasa"), Language.choices)
    url = forms.URLField(label=gettext_lazy("Situs"), max_length=200, required=False, assume_scheme="https")
    address = line(gettext_lazy("Alamat"), most=300, required=False)
    directions = line(gettext_lazy("Petunjuk jalan"), most=300, required=False)
    accessibility = _several(gettext_lazy("Kemudahan di tempat"), Access.choices)
    further = text(
        gettext_lazy("Tempat lain"), rows=3, most=4000, required=False, help_text=_FURTHER,
    )  # fmt: skip
    secret = forms.BooleanField(label=gettext_lazy("Alamat rahasia: hanya petugas yang melihatnya"), required=False)
    areas = text(
        gettext_lazy("Melayani warga mana"), rows=2, most=2000, required=False,
        help_text=_WHERE,
    )  # fmt: skip
    hours = _hours(gettext_lazy("Jam buka"))
    ramadan = _hours(gettext_lazy("Jam buka bulan Ramadan"))
    age_from = forms.IntegerField(label=gettext_lazy("Umur dari"), min_value=0, max_value=120, required=False)
    age_to = forms.IntegerField(label=gettext_lazy("Umur sampai"), min_value=0, max_value=120, required=False)
    sex = choice(gettext_lazy("Hanya untuk"), _SEX, empty=gettext_lazy("Semua"), required=False)
    dtsen = forms.BooleanField(
        label=gettext_lazy("Mendahulukan yang terdaftar dalam DTSEN"), required=False,
        help_text=gettext_lazy("Desil tidak pernah menjadi syarat."),
    )  # fmt: skip
    other = line(gettext_lazy("Syarat lain"), most=300, required=False)
    papers = _several(gettext_lazy("Yang harus dibawa"), NAMED_PAPERS)
    welcome = _several(gettext_lazy("Membantu bila dibawa, boleh datang tanpanya"), NAMED_PAPERS)
    other_paper = line(gettext_lazy("Surat lain yang dibawa"), most=160, required=False)
    other_welcome = forms.BooleanField(label=gettext_lazy("Boleh datang tanpa surat lain itu"), required=False)
    contact_name = line(
        gettext_lazy("Siapa yang menjawab"), most=120, required=False,
        help_text=gettext_lazy("Nama meja atau bagian, bukan nama orang."),
    )  # fmt: skip
    phone = line(gettext_lazy("Telepon"), most=40, required=False)
    whatsapp = line(gettext_lazy("WhatsApp"), most=40, required=False)
    email = line(gettext_lazy("Surel"), most=120, required=False)
    receives = forms.BooleanField(label=gettext_lazy("Rujukan boleh dikirim ke kontak ini"), required=False)
    public = forms.BooleanField(label=gettext_lazy("Tampilkan kepada umum"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, listed in (("categories", taxonomy.PPKS), ("psks", taxonomy.PSKS)):
            terms = [(term.code, term.label) for term in taxonomy.current(listed)]
            self.fields[name].choices = terms if name == "categories" else [("", _("Tidak termasuk")), *terms]

    def clean_hours(self) -> str:
        return hours_typed(self.cleaned_data["hours"])

    def clean_ramadan(self) -> str:
        return hours_typed(self.cleaned_data["ramadan"])

    def clean_areas(self) -> list[str]:
        return places_in(self.cleaned_data["areas"])

    def clean_further(self) -> list[PlaceDraft]:
        lines = [one.strip() for one in self.cleaned_data["further"].splitlines() if one.strip()]
        if len(lines) > _MOST_PLACES:
            raise forms.ValidationError(_("Paling banyak %(n)d tempat.") % {"n": _MOST_PLACES})
        return [_place(one) for one in lines]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if set(cleaned.get("papers", ())) & set(cleaned.get("welcome", ())):
            self.add_error("welcome", _("Ada surat yang dicentang dua kali. Pilih: harus dibawa, atau hanya membantu."))
        return cleaned


def _place(words: str) -> PlaceDraft:
    parts = [part.strip() for part in words.split(";") if part.strip()]
    secret = len(parts) > 1 and parts[-1].casefold() in ("rahasia", "secret")
    parts = parts[:-1] if secret else parts
    region = region_of(parts[1]) if len(parts) > 1 else ""
    return PlaceDraft(region_code=region, address=parts[0][:300], public=not secret)
