"""Input fields that several pages share: ages in words, hours, places."""

import re
from datetime import time

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms.widgets import suggest
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people.queries import wrong_hours

_HOURS = [("", _("Pilih jam"))] + [(f"{hour:02}:00", f"{hour:02}.00") for hour in range(24)]
MOST_AGES = 12
OLDEST = 120


def hour_field(label, help_text=""):
    return forms.TypedChoiceField(
        label=label, help_text=help_text, choices=_HOURS, required=False, coerce=time.fromisoformat, empty_value=None
    )


def safe_hours():
    """From when and until when. Who shares a house with the danger is often free at night: they may pass midnight."""
    until = hour_field(_("Sampai jam"), _("Boleh lewat tengah malam, misalnya 22.00 sampai 02.00."))
    return hour_field(_("Mulai jam")), until


def check_safe_hours(form: forms.Form, cleaned: dict) -> None:
    if wrong := wrong_hours(cleaned.get("from_time"), cleaned.get("to_time")):
        form.add_error("to_time", wrong)


class AgesField(forms.CharField):
    """`34, 7 dan 3` → (34, 7, 3), in years."""

    def __init__(self, **kwargs):
        super().__init__(max_length=80, required=False, **kwargs)

    def to_python(self, value):
        typed = super().to_python(value)
        ages = tuple(int(number) for number in re.findall(r"\d+", typed or "")[:MOST_AGES])
        if any(age > OLDEST for age in ages):
            raise forms.ValidationError(_("Umur dalam tahun, paling banyak 120. Pisahkan dengan koma."))
        return ages

    def prepare_value(self, value):
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


class PlaceMixin(forms.Form):
    """A place as typed, the code that the suggestion gave, and without scripts the choice among what was meant."""

    place = forms.CharField(
        label=_("Desa, kelurahan, atau kecamatan"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=suggest(reverse_lazy("wilayah:suggest"), "region_code")),
    )
    region_code = forms.RegexField(
        r"^(\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)?$", max_length=13, required=False, widget=forms.HiddenInput
    )
    # Filled in by the server where the typed place has several meanings.
    meant = forms.ChoiceField(label=_("Tempat mana yang Anda maksud?"), required=False, widget=forms.RadioSelect)

    AS_TYPED = "as_typed"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = []
        typed = self.data.get(self.add_prefix("place"), "") if self.is_bound else ""
        if typed.strip() and (not self._coded() or self.data.get(self.add_prefix("meant"))):
            self.found = wilayah.suggest(typed[:200])
        self.fields["meant"].choices = [
            *((place.code, place.label) for place in self.found),
            (self.AS_TYPED, _("Bukan salah satunya. Pakai tulisan saya.")),
        ]

    def _coded(self) -> str:
        return self.data.get(self.add_prefix("region_code"), "").strip()

    def clean(self):
        cleaned = super().clean()
        typed, code = cleaned.get("place", ""), cleaned.get("region_code", "")
        if code and not wilayah.path(code):
            code = ""
        if typed and not code and "place" not in self.errors:
            code = self._resolved(cleaned.get("meant", ""))
        cleaned["region_code"] = code if typed or not self.fields["place"].required else ""
        return cleaned

    def _resolved(self, meant: str) -> str:
        if meant == self.AS_TYPED:
            return ""
        if meant:
            return meant
        if len(self.found) == 1:
            return self.found[0].code
        if self.found and "meant" not in self.errors:
            self.add_error("meant", _("Ada beberapa tempat dengan nama ini. Pilih salah satu."))
        return ""

    @property
    def asks_which(self) -> bool:
        return bool(self.found) and "meant" in self.errors
