"""A place typed in words. With scripts the code comes from the suggestions; without, the server reads the words."""

from typing import Any, cast

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import suggest
from rangkul.base.wilayah import queries as wilayah

_OFFERED = 8


class PlaceForm(RangkulForm):
    """Adds `place` (words) and `region_code`; after cleaning only the code counts.

    Words that fit several places bring up `meant`, a choice among them.
    """

    place = forms.CharField(
        label=_("Wilayah"),
        help_text=_("Ketik beberapa huruf nama desa, kelurahan, atau kecamatan."),
        max_length=250,
        required=False,
    )
    region_code = forms.CharField(max_length=13, required=False, widget=forms.HiddenInput)
    meant = forms.ChoiceField(label=_("Yang mana?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["place"].widget.attrs |= suggest(reverse_lazy("wilayah:suggest"), self.add_prefix("region_code"))
        self.asks_which = False
        if self.is_bound:
            self._offer(self.data.get(self.add_prefix("place"), ""), self.data.get(self.add_prefix("region_code"), ""))
        if not self.asks_which:
            del self.fields["meant"]

    def _offer(self, words: str, code: str) -> None:
        """Ask which place is meant where the words fit several and no code came with them."""
        self.suggestions = [] if code or not words.strip() else wilayah.suggest(words, _OFFERED)
        asked = cast("forms.ChoiceField", self.fields["meant"])
        asked.choices = [(found.code, found.label) for found in self.suggestions]
        self.asks_which = len(self.suggestions) > 1

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["region_code"] = self._code(given)
        given.pop("meant", None)
        given.pop("place", None)
        return given

    def _code(self, given: dict[str, Any]) -> str:
        code, words = given.get("region_code", ""), given.get("place", "")
        if code:
            if not wilayah.path(code):
                self.add_error("place", _("Pilih wilayah dari daftar."))
            return code
        if not words:
            return ""
        if given.get("meant"):
            return given["meant"]
        if not self.suggestions:
            self.add_error("place", _("Tempat ini belum kami kenal. Coba nama kecamatan atau kotanya."))
            return ""
        if len(self.suggestions) > 1:
            self.add_error("place", _("Ada beberapa tempat dengan nama ini. Pilih salah satu di bawah."))
            return ""
        return self.suggestions[0].code
