"""One condition as a form: what is asked depends on its kind."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.directory.drafts import RuleDraft
from rangkul.commons.directory.pages.places_typed import places_in
from rangkul.commons.directory.states import NAMED_PAPERS, Dtsen, Rule
from rangkul.commons.people.states import Sex

_ASKS = {
    Rule.AGE: ("age_from", "age_to"), Rule.SEX: ("sex",), Rule.CATEGORY: ("groups",), Rule.AREA: ("places",),
    Rule.DOCUMENT: ("papers",), Rule.DTSEN: ("dtsen",), Rule.OTHER: (),
}  # fmt: skip
_CODES = {Rule.CATEGORY: "groups", Rule.AREA: "places", Rule.DOCUMENT: "papers", Rule.DTSEN: "dtsen"}


def _several(label, choices, **more) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **more)


class RuleForm(RangkulForm):
    age_from = forms.IntegerField(label=gettext_lazy("Umur dari"), min_value=0, max_value=120, required=False)
    age_to = forms.IntegerField(
        label=gettext_lazy("Umur sampai"), min_value=0, max_value=120, required=False,
        help_text=gettext_lazy("Tahun penuh, keduanya termasuk. Kosongkan salah satu bila tidak ada batasnya."),
    )  # fmt: skip
    sex = choice(
        gettext_lazy("Hanya untuk"), [(Sex.FEMALE, Sex.FEMALE.label), (Sex.MALE, Sex.MALE.label)],
        widget=forms.RadioSelect,
    )  # fmt: skip
    groups = _several(gettext_lazy("Kelompok layanan, salah satu sudah cukup"), [])
    places = text(
        gettext_lazy("Warga mana, salah satu sudah cukup"), rows=3, most=2000,
        help_text=gettext_lazy("Satu desa, kecamatan, atau kabupaten sebaris. Ditulis saja; lihat dulu bacaannya."),
    )  # fmt: skip
    papers = _several(gettext_lazy("Punya surat ini, salah satu sudah cukup"), NAMED_PAPERS)
    dtsen = _several(
        gettext_lazy("Keadaannya dalam DTSEN, salah satu sudah cukup"), Dtsen.choices,
        help_text=gettext_lazy("Desil tidak pernah menjadi syarat, jadi tidak bisa ditulis di sini."),
    )  # fmt: skip
    text = line(
        gettext_lazy("Penjelasan"), most=300, required=False,
        help_text=gettext_lazy("Bila perlu: pengecualian, atau apa yang dimaksud. Dibaca umum."),
    )  # fmt: skip
    preferred = forms.BooleanField(
        label=gettext_lazy("Hanya didahulukan; yang lain tetap boleh datang"), required=False
    )

    def __init__(self, *args, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = Rule(kind)
        for name in {name for some in _ASKS.values() for name in some} - set(_ASKS[self.kind]):
            del self.fields[name]
        if self.kind == Rule.CATEGORY:
            self.fields["groups"].choices = [(term.code, term.label) for term in taxonomy.current(taxonomy.PPKS)]
        if self.kind == Rule.OTHER:
            asked = self.fields["text"]
            asked.required, asked.label, asked.help_text = True, _("Syaratnya"), _("Satu kalimat. Dibaca umum.")

    def clean_places(self) -> list[str]:
        codes = places_in(self.cleaned_data["places"])
        if "" in codes:
            raise forms.ValidationError(_("Untuk warga mana saja syarat ini tidak diperlukan. Tulis wilayahnya."))
        return codes

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.kind == Rule.AGE and not self.errors and cleaned.get("age_from") is None is cleaned.get("age_to"):
            self.add_error("age_from", _("Isi umur termuda, umur tertua, atau keduanya."))
        return cleaned


def draft_of(kind: str, words: dict[str, Any]) -> RuleDraft:
    return RuleDraft(
        kind,
        age_from=words.get("age_from"),
        age_to=words.get("age_to"),
        sex=words.get("sex", ""),
        codes=words.get(_CODES.get(Rule(kind), ""), []),
        text=words["text"],
        preferred=words["preferred"],
    )


def initial_of(rule: Any, regions: dict[str, str]) -> dict[str, Any]:
    shown = {"age_from": rule.age_from, "age_to": rule.age_to, "sex": rule.sex, "text": rule.text}
    if name := _CODES.get(Rule(rule.rule)):
        lines = "\n".join(f"{code} {regions.get(code, '')}".strip() for code in rule.codes)
        shown[name] = lines if rule.rule == Rule.AREA else list(rule.codes)
    return shown | {"preferred": rule.preferred}
