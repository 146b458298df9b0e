"""One place as a form, with its point on a map typed or pasted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from rangkul.base.actions import Refused
from rangkul.base.forms.fields import line
from rangkul.commons.directory.drafts import PlaceDraft
from rangkul.commons.directory.pages.places_typed import PlaceTyped
from rangkul.commons.directory.points import point_in
from rangkul.commons.directory.states import Access


class PlaceForm(PlaceTyped):
    name = line(gettext_lazy("Nama tempat"), most=160, required=False)
    address = line(gettext_lazy("Alamat"), most=300, required=False)
    postal_code = forms.RegexField(
        r"^[0-9]{5}$", label=gettext_lazy("Kode pos"), max_length=5, required=False,
        error_messages={"invalid": gettext_lazy("Kode pos terdiri dari lima angka.")},
    )  # fmt: skip
    directions = line(gettext_lazy("Petunjuk jalan"), most=300, required=False)
    point = line(
        gettext_lazy("Titik di peta"), most=500, required=False,
        help_text=gettext_lazy(
            "Lintang, bujur: -6.914744, 107.609810. Atau tempel tautan peta. Kosong: belum diketahui."
        ),
    )  # fmt: skip
    sure = forms.BooleanField(label=gettext_lazy("Titiknya memang sejauh itu dari pusat wilayahnya"), required=False)
    accessibility = forms.MultipleChoiceField(
        label=gettext_lazy("Kemudahan di tempat"), choices=Access.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    accessibility_note = line(gettext_lazy("Penjelasan kemudahan"), most=200, required=False)
    description = line(
        gettext_lazy("Layanan ini di tempat ini"), most=300, required=False,
        help_text=gettext_lazy(
            "Bila berbeda dari tempat lain, misalnya: di sini hanya pendaftaran. Layanan lain di tempat ini tidak ikut."
        ),
    )  # fmt: skip
    secret = forms.BooleanField(label=gettext_lazy("Alamat rahasia: hanya petugas yang melihatnya"), required=False)

    @property
    def asks_sure(self) -> bool:
        """Asked only where a point lies far away."""
        return self.is_bound and ("sure" in self.errors or bool(self.data.get("sure")))

    def clean_point(self) -> Any:
        try:
            return point_in(self.cleaned_data["point"])
        except Refused as error:
            raise forms.ValidationError(error.message) from None


_PLAIN = (
    "name", "address", "region_code", "postal_code", "directions", "accessibility", "accessibility_note", "description",
)  # fmt: skip


def initial_of(place: PlaceDraft, region: str) -> dict[str, Any]:
    return {name: getattr(place, name) for name in _PLAIN} | {
        "place": region,
        "point": f"{place.latitude}, {place.longitude}" if place.latitude is not None else "",
        "secret": not place.public,
    }


def draft_of(words: dict[str, Any]) -> PlaceDraft:
    latitude, longitude = words["point"] or (None, None)
    return PlaceDraft(
        **{name: words[name] for name in _PLAIN}, latitude=latitude, longitude=longitude, public=not words["secret"]
    )
