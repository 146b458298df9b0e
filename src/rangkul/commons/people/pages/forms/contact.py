"""How somebody may be reached without danger."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import PicturedCheckboxes
from rangkul.commons.people.contact_rules import day_name
from rangkul.commons.people.models import SafeContact
from rangkul.commons.people.states import Channel

_PICTURES = {
    Channel.CALL: "phone-call", Channel.SMS: "message", Channel.WHATSAPP: "brand-whatsapp", Channel.EMAIL: "mail",
    Channel.VISIT: "walk", Channel.TICKET: "inbox",
}  # fmt: skip


class _Time(forms.TimeField):
    def __init__(self, **given: Any):
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(required=False, widget=widget, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], **given)


class ContactForm(RangkulForm):
    channels = forms.MultipleChoiceField(
        label=_("Cara yang aman"),
        help_text=_("Tanyakan langsung kepada orangnya. Yang tidak dicentang tidak akan dipakai."),
        choices=Channel.choices, required=False, widget=PicturedCheckboxes(pictures=_PICTURES),
    )  # fmt: skip
    days = forms.TypedMultipleChoiceField(
        label=_("Hari yang aman"), help_text=_("Kosongkan bila semua hari aman."), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    from_time = _Time(label=_("Mulai pukul"))
    to_time = _Time(label=_("Sampai pukul"))
    code_word = forms.CharField(
        label=_("Kata rahasia"), help_text=_("Kata yang membuktikan bahwa kami yang menghubungi."), max_length=60,
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    never_leave_message = forms.BooleanField(
        label=_("Jangan pernah meninggalkan pesan pada siapa pun"), required=False, initial=True
    )
    note = forms.CharField(
        label=_("Hal lain yang perlu diketahui"), max_length=2_000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [(day, day_name(day)) for day in range(1, 8)]

    @classmethod
    def initial_of(cls, rules: SafeContact | None) -> dict[str, Any]:
        if rules is None:
            return {}
        names = ("channels", "days", "from_time", "to_time", "code_word", "never_leave_message", "note")
        return {name: getattr(rules, name) for name in names}
