"""What is asked about problems and about what leads to what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.assessment.states import Source
from rangkul.journey.pictures.states import Confidence, ProblemOutcome, ProblemRole


def _text(label: Any, most: int, *, rows: int = 2, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, help_text=help_text)


class ProblemForm(RangkulForm):
    role = forms.ChoiceField(label=_("Ini apa"), choices=ProblemRole.choices)
    words = _text(_("Dengan kata-kata klien atau Anda"), 200, help_text=_("Satu hal saja. Misalnya: upah tidak tetap."))
    source = forms.ChoiceField(label=_("Menurut siapa"), choices=Source.choices)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["source_date"].initial = today


class CorrectProblemForm(RangkulForm):
    role = forms.ChoiceField(label=_("Ini apa"), choices=ProblemRole.choices)
    words = _text(_("Dengan kata-kata klien atau Anda"), 200)


class LinkForm(RangkulForm):
    """The chosen one leads to `other`, or comes from it."""

    way = forms.ChoiceField(
        label=_("Arahnya"), choices=[("to", _("Ini menyebabkan")), ("from", _("Ini disebabkan oleh"))]
    )
    other = forms.ChoiceField(label=_("Yang mana"), choices=[])
    confidence = forms.ChoiceField(label=_("Seberapa yakin"), choices=Confidence.choices)
    evidence = _text(_("Dasarnya: apa yang dikatakan atau dilihat"), 2_000)
    source = forms.ChoiceField(label=_("Menurut siapa"), choices=Source.choices)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"))

    def __init__(self, *args: Any, others: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = list(others)
        self.fields["source_date"].initial = today


class WishForm(RangkulForm):
    wish = _text(
        _("Bagaimana keadaannya bila sudah baik?"), 300, required=False,
        help_text=_("Tulis bersama klien, dengan kata yang positif. Misalnya: upah cukup untuk makan sebulan."),
    )  # fmt: skip


class ReviewForm(RangkulForm):
    outcome = forms.ChoiceField(label=_("Bagaimana keadaannya sekarang"), choices=ProblemOutcome.choices)
    review_words = _text(_("Catatan, bila ada"), 1_000, required=False)


class BecauseForm(RangkulForm):
    because = forms.CharField(label=_("Mengapa?"), max_length=1_000)
