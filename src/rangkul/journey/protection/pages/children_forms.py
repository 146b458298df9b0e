"""What is asked about a child in a matter, and about a step of the pathway."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.seen import SeenForm
from rangkul.journey.protection.states import ChildRole, StepState

VERBS = {
    "begin": StepState.DOING.label,
    "finish": _("Selesai"),
    "skip": _("Tidak perlu"),
    "again": _("Buka lagi"),
}


class NewChildForm(RangkulForm):
    called = line(_("Sebutan anak"), most=60, help_text=_("Nama panggilan atau inisial cukup."))
    role = choice(_("Kedudukannya"), ChildRole.choices)
    also = forms.MultipleChoiceField(
        label=_("Juga sebagai"),
        choices=ChildRole.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Anak yang diduga menyakiti bisa juga anak yang disakiti."),
    )
    needs = text(_("Apa yang anak ini butuhkan?"), rows=2, most=1_000)
    companion = line(_("Siapa yang mendampinginya?"), required=False)


class ChildForm(SeenForm, NewChildForm):
    """Corrects what was noted; knows what stood there when it was opened."""


class EndForm(RangkulForm):
    because = line(_("Mengapa catatan ini diakhiri?"), most=500)


class StepForm(RangkulForm):
    verb = choice(_("Keadaannya sekarang"), ())
    owner_id = forms.TypedChoiceField(label=_("Penanggung jawab"), choices=(), required=False)
    due = DayField(label=_("Paling lambat"), required=False, help_text=_("Wajib untuk yang berjalan."))
    words = text(
        _("Catatan"), rows=2, most=1_000, required=False, help_text=_("Wajib untuk yang selesai atau tidak perlu.")
    )

    def __init__(self, *args: Any, verbs: list[str], team: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [(verb, VERBS[verb]) for verb in verbs]
        self.fields["owner_id"].choices = team
