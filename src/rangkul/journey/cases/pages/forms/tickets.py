"""Giving a ticket to the client of a case, and taking one back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice
from rangkul.journey.cases.states import TakenBack


class GiveTicketForm(RangkulForm):
    person = choice(
        _("Siapa yang mewakili"),
        [],
        widget=forms.RadioSelect,
        help_text=_("Orang dewasa yang tercatat di kasus ini, dipilih bersama mereka."),
    )
    said_safe = forms.BooleanField(
        label=_("Sudah saya tanyakan langsung: tiket ini aman disimpan, orang lain tidak akan membacanya"),
        error_messages={"required": _("Tanyakan dulu kepada orangnya: amankah menyimpan tiket ini?")},
    )
    read_over = forms.BooleanField(
        label=_("Sudah saya baca yang akan terbaca klien, dan saya tahan yang menyebut siapa yang meminta"),
        error_messages={"required": _("Baca dulu halaman “Dibaca klien”.")},
    )

    def __init__(self, *args, people=(), asker=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.pk), one.full_name) for one in people]
        if not people:
            del self.fields["person"]
        if not asker:
            del self.fields["read_over"]


class TakeBackTicketForm(RangkulForm):
    because = choice(_("Mengapa"), TakenBack.choices, empty=_("Pilih alasan"))

    same_for_all = frozenset({"because"})
