"""What hangs on a person: another name, a telephone, an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.wilayah.forms import PlaceForm
from rangkul.commons.people.drafts import AddressDraft, PhoneDraft
from rangkul.commons.people.states import AddressKind, NameKind, PhoneOwner


class NameForm(RangkulForm):
    name = forms.CharField(label=_("Nama lain"), max_length=120)
    kind = forms.ChoiceField(label=_("Jenis"), choices=NameKind.choices)


class PhoneFields(RangkulForm):
    number = forms.CharField(
        label=_("Nomor telepon"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    owner = forms.ChoiceField(
        label=_("Milik siapa"), choices=PhoneOwner.choices, initial=PhoneOwner.UNKNOWN, required=False
    )
    owner_name = forms.CharField(label=_("Nama pemiliknya"), max_length=80, required=False)
    shared = forms.BooleanField(label=_("Dipakai bersama orang lain"), required=False)
    whatsapp = forms.BooleanField(label=_("Ada WhatsApp"), required=False)

    def phone(self, given: dict[str, Any]) -> PhoneDraft | None:
        if not given.get("number"):
            return None
        return PhoneDraft(
            given["number"],
            owner=given.get("owner") or PhoneOwner.UNKNOWN,
            owner_name=given.get("owner_name", ""),
            shared=given.get("shared", False),
            whatsapp=given.get("whatsapp", False),
        )


class PhoneForm(PhoneFields):
    """One more number on its own."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["number"].required = True


class AddressFields(RangkulForm):
    """`region_code` comes from PlaceForm."""

    kind = forms.ChoiceField(
        label=_("Jenis alamat"), choices=AddressKind.choices, initial=AddressKind.HOME, required=False
    )
    line = forms.CharField(label=_("Jalan dan nomor"), max_length=200, required=False)
    hamlet = forms.CharField(label=_("Dusun atau lingkungan"), max_length=80, required=False)
    rt = forms.CharField(
        label=_("RT"), max_length=3, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    rw = forms.CharField(
        label=_("RW"), max_length=3, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    no_fixed_address = forms.BooleanField(label=_("Tidak punya tempat tinggal tetap"), required=False)
    landmark = forms.CharField(label=_("Patokan, atau tempat biasa ditemui"), max_length=200, required=False)
    hidden = forms.BooleanField(
        label=_("Sembunyikan alamat ini"),
        help_text=_("Hanya terlihat oleh yang menangani orang ini."),
        required=False,
    )

    def address(self, given: dict[str, Any]) -> AddressDraft | None:
        words = {name: given.get(name) or "" for name in ("region_code", "line", "hamlet", "rt", "rw", "landmark")}
        if not any(words.values()) and not given.get("no_fixed_address"):
            return None
        return AddressDraft(
            kind=given.get("kind") or AddressKind.HOME,
            no_fixed_address=given.get("no_fixed_address", False),
            hidden=given.get("hidden", False),
            **words,
        )


class AddressForm(AddressFields, PlaceForm):
    """One more place on its own."""
