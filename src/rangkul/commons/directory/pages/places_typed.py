"""Places that somebody typed, one a line: by code, or by a name that means one place or is the first that is meant."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import suggest
from rangkul.base.wilayah import queries as wilayah

MOST = 40


def places_in(typed: str) -> list[str]:
    """Region codes, "" for the whole country. Raises ValidationError."""
    lines = [one.strip() for one in typed.splitlines() if one.strip()]
    if len(lines) > MOST:
        raise forms.ValidationError(_("Paling banyak %(n)d wilayah.") % {"n": MOST})
    return [region(one) for one in lines]


def region(words: str) -> str:
    if words.casefold() in ("indonesia", "seluruh indonesia", "nasional"):
        return ""
    code = words.split()[0]
    if code[:2].isdigit():
        if not wilayah.path(code):
            raise forms.ValidationError(_("Kode wilayah %(code)s tidak dikenal.") % {"code": code})
        return code
    found = wilayah.named(words)
    if found is None:
        raise forms.ValidationError(_("Wilayah “%(words)s” tidak ditemukan.") % {"words": words})
    return found.code


class PlaceTyped(RangkulForm):
    """A form that asks for one place, typed and perhaps chosen."""

    place = forms.CharField(
        label=gettext_lazy("Desa, kecamatan, atau kabupaten"), max_length=200, required=False,
        widget=forms.TextInput(attrs=suggest(reverse_lazy("wilayah:suggest"), "region_code")),
    )  # fmt: skip
    region_code = forms.RegexField(
        r"^(\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)?$", max_length=13, required=False, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed, code = cleaned.get("place", ""), cleaned.get("region_code", "")
        known = wilayah.path(code) if code else ""
        if typed and known != typed:
            found = wilayah.named(typed)
            cleaned["region_code"] = found.code if found else ""
            if found is None:
                self.add_error("place", _("Tempat ini tidak ditemukan. Coba nama kabupaten atau kotanya."))
        elif not typed:
            cleaned["region_code"] = ""
        return cleaned
