"""What the holder of a ticket types."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import LONG, SHORT, RangkulForm
from rangkul.base.forms.widgets import counted


class DoorForm(RangkulForm):
    ticket = forms.CharField(
        label=_("Nomor tiket"),
        help_text=_("Delapan huruf dan angka, misalnya K7MQ-2XDP."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    pin = forms.CharField(
        label=_("PIN"),
        help_text=_("Enam angka."),
        max_length=20,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    # What was being written when the ticket closed itself; it is shown again behind the door.
    kept = forms.CharField(max_length=LONG, required=False, widget=forms.HiddenInput)


class AddForm(RangkulForm):
    text = forms.CharField(
        label=_("Pesan Anda"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 4, **counted(LONG)})
    )


class WithdrawForm(RangkulForm):
    text = forms.CharField(label=_("Boleh tulis mengapa"), max_length=SHORT, required=False, widget=forms.TextInput())
