"""What is asked about a tie to the world around a household."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.assessment.states import Source
from rangkul.journey.pictures.models import SystemTie
from rangkul.journey.pictures.states import Flow, Strength, System

_FLOWS = [
    (Flow.UNKNOWN.value, _("Belum diketahui")),
    (Flow.IN.value, _("Ke rumah tangga ini: mereka menerima")),
    (Flow.OUT.value, _("Dari rumah tangga ini: mereka memberi")),
    (Flow.BOTH.value, _("Ke dua arah: saling memberi")),
]


class _HowForm(RangkulForm):
    name = forms.CharField(
        label=_("Namanya, bila ada"), help_text=_("Misalnya: SDN 3, Bu RT, atau kakak di Solo."), max_length=120,
        required=False,
    )  # fmt: skip
    strength = forms.ChoiceField(label=_("Ikatannya"), choices=Strength.choices)
    flow = forms.ChoiceField(
        label=_("Ke mana tenaga, waktu, uang, atau perhatian mengalir"), choices=_FLOWS, required=False
    )
    source = forms.ChoiceField(label=_("Menurut siapa"), choices=Source.choices)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"))
    words = forms.CharField(
        label=_("Kata-katanya, bila ada"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["source_date"].initial = today


class SystemForm(_HowForm):
    system = forms.ChoiceField(label=_("Dengan siapa atau apa"), choices=System.choices)
    field_order = ("system",)


class CorrectSystemForm(_HowForm):
    reason = forms.CharField(label=_("Apa yang dikoreksi?"), max_length=1_000)

    @classmethod
    def initial_of(cls, tie: SystemTie) -> dict[str, Any]:
        return {name: getattr(tie, name) for name in ("name", "strength", "flow", "source", "source_date", "words")}


class EndSystemForm(RangkulForm):
    because = forms.CharField(label=_("Mengapa ikatan ini sudah tidak ada?"), max_length=1_000)
