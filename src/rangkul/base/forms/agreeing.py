"""The form in which somebody says yes; what they signed is for the page to say."""

import base64
import binascii
import io
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.agreeing import AgreementMode
from rangkul.base.forms.kit import RangkulForm
from rangkul.base.forms.widgets import LARGEST_FILE, SignaturePad, attached

_NAME = 200
# A drawn signature is a few dozen kilobytes; this leaves room for a very large screen.
LARGEST_DRAWING = 1_000_000
_PREFIX = "data:image/png;base64,"


@dataclass(frozen=True)
class Picture:
    """What proves the agreement: an open file and its size in bytes."""

    file: io.IOBase
    size: int


class AgreementForm(RangkulForm):
    """Only the fields of the chosen way are shown where the browser can do so; all of them are looked at."""

    mode = forms.ChoiceField(
        label=_("Bagaimana klien menyetujui?"),
        choices=AgreementMode.choices,
        widget=forms.RadioSelect,
        initial=AgreementMode.SIGNATURE,
    )
    signed_name = forms.CharField(label=_("Nama yang menyetujui"), max_length=_NAME)
    signature = forms.CharField(
        label=_("Tanda tangan"), max_length=LARGEST_DRAWING, widget=SignaturePad, required=False
    )
    thumbprint = forms.FileField(
        label=_("Foto atau pindaian cap jempol"), required=False, widget=attached(LARGEST_FILE)
    )
    witness = forms.CharField(
        label=_("Nama saksi"), max_length=_NAME, required=False, help_text=_("Untuk persetujuan lisan.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Each is needed where its way is chosen, so none of them may be called optional.
        for name in ("signature", "thumbprint", "witness"):
            self.fields[name].when_chosen = True  # type: ignore[attr-defined]

    def clean_signature(self) -> bytes:
        """The drawn picture as bytes; what it really is, is looked at when it is attached."""
        said = self.cleaned_data["signature"]
        if not said:
            return b""
        try:
            return base64.b64decode(said.removeprefix(_PREFIX), validate=True)
        except (binascii.Error, ValueError):
            raise forms.ValidationError(_("Tanda tangan ini tidak terbaca. Ulangi.")) from None

    def picture(self) -> Picture | None:
        """None where the mode needs none or it lacks."""
        words = self.cleaned_data
        if words["mode"] == AgreementMode.SIGNATURE and words.get("signature"):
            return Picture(io.BytesIO(words["signature"]), len(words["signature"]))
        if words["mode"] == AgreementMode.THUMBPRINT and words.get("thumbprint"):
            return Picture(words["thumbprint"].file, words["thumbprint"].size)
        return None
