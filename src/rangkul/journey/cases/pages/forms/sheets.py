"""Printing a form, and the page that came back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.files.sniff import LARGEST
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.widgets import attached
from rangkul.journey.cases.states import SheetKind


class PrintSheetForm(RangkulForm):
    kind = choice(_("Formulir"), SheetKind.choices)


class CodeForm(RangkulForm):
    code = line(_("Kode di lembarnya"), most=20, help_text=_("Delapan huruf dan angka di sudut atas."))


class ScanForm(RangkulForm):
    file = forms.FileField(
        label=_("Foto atau pindaian lembarnya"),
        help_text=_("Foto atau PDF; paling besar 15 MB."),
        widget=attached(LARGEST),
    )
