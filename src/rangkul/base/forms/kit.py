"""What every form of Rangkul does with what people type: bound it, clean it, keep it, answer in plain words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import ClassVar, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rangkul.base.actions import Refused

SHORT = 200
LONG = 10_000


def clean_text(text: str) -> str:
    """NFC, unix line ends, no control, surrogate or direction-override characters."""
    return _UNWANTED.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


# The categories Cc, but for line ends and tabs, and Cs, and what turns the direction of writing round.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_MESSAGES = {
    "required": _("Bagian ini belum diisi."),
    "max_length": _("Terlalu panjang: paling banyak %(limit_value)d huruf, sekarang %(show_value)d."),
    "min_length": _("Terlalu pendek: paling sedikit %(limit_value)d huruf."),
    "min_value": _("Angkanya paling kecil %(limit_value)s."),
    "max_value": _("Angkanya paling besar %(limit_value)s."),
    "invalid_choice": _("Pilih salah satu dari daftar."),
    "invalid": _("Isian ini belum bisa dibaca. Periksa lagi."),
    "invalid_list": _("Pilih dari daftar."),
}
# Said by validators, not by the field itself.
_LIMITS = {"max_length", "min_length", "min_value", "max_value"}


class KeptField(forms.BoundField):
    """Draws a field that looks the same on every empty form once for each language: forms are the dearest part of a
    work page, and most of them are left empty."""

    _drawn: ClassVar[dict[tuple, SafeString]] = {}

    def as_field_group(self) -> SafeString:
        form = cast("RangkulForm", self.form)
        # What is filled in beforehand is somebody's, and would be kept for as long as the process lives.
        if form.is_bound or self.name not in form.same_for_all or self.name in form.initial:
            return super().as_field_group()
        key = (type(form), self.name, form.prefix, form.auto_id, get_language(), self.initial)
        if key not in self._drawn:
            self._drawn[key] = super().as_field_group()
        return self._drawn[key]


class RangkulForm(forms.Form):
    """A plain Django form with cleaned text, bounded lengths, Indonesian messages and a key against double POSTs."""

    bound_field_class = KeptField
    # Fields whose empty state depends on nobody: no choice or help text from elsewhere, and an initial value only where
    # it is one of a few codes.
    same_for_all: ClassVar[frozenset[str]] = frozenset()
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid4
        for name, field in self.fields.items():
            self._adapt(field)
            if isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField) and not field.max_length:
                raise TypeError(f"{type(self).__name__}.{name} needs a max_length")

    def _adapt(self, field: forms.Field) -> None:
        usual = _said_by_django(type(field))
        for code, message in _MESSAGES.items():
            said = field.error_messages.get(code)
            # A sentence that was written for this field stays.
            if said is usual.get(code) and (said is not None or code in _LIMITS):
                field.error_messages[code] = message
        if isinstance(field, forms.ModelChoiceField) and field.empty_label == "---------":
            field.empty_label = _("Belum dipilih")
        if isinstance(field, forms.CharField):
            inner = field.to_python
            field.to_python = lambda value: inner(clean_text(value) if isinstance(value, str) else value)

    @property
    def once_key(self) -> UUID | None:
        return self.cleaned_data.get("once") if self.is_bound and self.is_valid() else None


@lru_cache
def _said_by_django(kind: type[forms.Field]) -> dict[str, object]:
    return {code: said for one in reversed(kind.__mro__)
            for code, said in getattr(one, "default_error_messages", {}).items()}  # fmt: skip


def refuse(form: forms.Form, error: Refused) -> None:
    """Show a domain refusal on the form, at the field it speaks of; what was typed stays."""
    form.add_error(error.field if error.field in form.fields else None, error.message)
