"""The client's own four questions, each from 0 to 10 and each left out at will."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import Scale
from rangkul.journey.plans.alliance import QUESTIONS

_STEPS = [("", _("Tidak dijawab")), *((number, str(number)) for number in range(11))]


class AllianceForm(RangkulForm):
    words = forms.CharField(
        label=_("Ada yang ingin Anda katakan?"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (question, low, high) in QUESTIONS.items():
            field = forms.TypedChoiceField(
                label=question,
                choices=_STEPS,
                coerce=int,
                empty_value=None,
                required=False,
                widget=Scale(low=low, high=high),
            )
            self.fields[name] = field
            self._adapt(field)
        self.order_fields([*QUESTIONS, "words"])

    def clean(self):
        words = super().clean()
        words["answers"] = {name: words.pop(name, None) for name in QUESTIONS}
        return words
