"""One contact as a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.commons.directory.drafts import ContactDraft
from rangkul.commons.directory.models import Contact
from rangkul.commons.directory.states import Channel

OWN, WHOLE = "service", "organization"
_PLAIN = ("channel", "value", "extension", "name", "personal", "consented_on", "public")


class ContactForm(RangkulForm):
    whose = choice(
        gettext_lazy("Kontak siapa"),
        [(OWN, gettext_lazy("Layanan ini saja")), (WHOLE, gettext_lazy("Seluruh lembaga: tampil di semua layanannya"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    channel = choice(gettext_lazy("Lewat"), Channel.choices)
    value = line(gettext_lazy("Nomor atau surel"), most=120)
    extension = forms.RegexField(
        r"^[0-9]{1,8}$", label=gettext_lazy("Ekstensi"), max_length=8, required=False,
        error_messages={"invalid": gettext_lazy("Ekstensi terdiri dari angka saja.")},
    )  # fmt: skip
    name = line(
        gettext_lazy("Siapa yang menjawab"), most=120, required=False,
        help_text=gettext_lazy("Nama meja atau bagian. Nama orang hanya bila ini kontak pribadinya."),
    )  # fmt: skip
    receives = forms.BooleanField(label=gettext_lazy("Rujukan boleh dikirim ke kontak ini"), required=False)
    personal = forms.BooleanField(label=gettext_lazy("Nomor atau nama milik seseorang"), required=False)
    consented_on = forms.DateField(
        label=gettext_lazy("Ia setuju ditampilkan pada"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    public = forms.BooleanField(label=gettext_lazy("Tampilkan kepada umum"), required=False)

    def __init__(self, *args, row: Contact | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if row is not None:
            del self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("personal") and cleaned.get("public") and not cleaned.get("consented_on"):
            self.add_error("consented_on", _("Nomor pribadi ditampilkan kepada umum setelah pemiliknya setuju."))
        return cleaned


def initial_of(row: Contact) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _PLAIN} | {"receives": row.receives_referrals}


def draft_of(words: dict[str, Any]) -> ContactDraft:
    return ContactDraft(**{name: words[name] for name in _PLAIN}, receives_referrals=words["receives"])
