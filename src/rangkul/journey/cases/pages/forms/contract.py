"""The contract in the words of worker and client, and how the client says yes."""

import base64
import binascii
import io

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import SignaturePad, attached
from rangkul.journey.cases.files.sniff import LARGEST
from rangkul.journey.cases.pages.forms.fields import LINE, text
from rangkul.journey.cases.states import WITHOUT_CLIENT, AgreementMode, Channel

_MOST = 3_000
# A drawn signature is a few dozen kilobytes; this leaves room for a very large screen.
LARGEST_DRAWING = 1_000_000
_PREFIX = "data:image/png;base64,"


class ContractForm(RangkulForm):
    purpose = text(_("Tujuan"), most=_MOST)
    worker_role = text(_("Yang kami lakukan"), most=_MOST)
    client_role = text(_("Yang Anda lakukan"), most=_MOST)
    rights = text(_("Hak Anda"), most=_MOST)
    confidentiality = text(_("Kerahasiaan dan batasnya"), most=_MOST)
    fee = forms.IntegerField(
        label=_("Biaya (rupiah)"), min_value=0, max_value=100_000_000, help_text=_("0 berarti gratis.")
    )
    contact_days = forms.IntegerField(
        label=_("Bertemu atau bicara paling jarang setiap berapa hari"), min_value=1, max_value=366
    )
    modality = forms.MultipleChoiceField(
        label=_("Dengan cara"),
        choices=[one for one in Channel.choices if one[0] not in WITHOUT_CLIENT],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    complaint_route = text(_("Bila ada keluhan"), most=_MOST)
    end_conditions = text(_("Kapan layanan berakhir"), most=_MOST)


class AgreeForm(RangkulForm):
    mode = forms.ChoiceField(
        label=_("Bagaimana klien menyetujui?"),
        choices=AgreementMode.choices,
        widget=forms.RadioSelect,
        initial=AgreementMode.SIGNATURE,
    )
    signed_name = forms.CharField(label=_("Nama yang menyetujui"), max_length=LINE)
    signature = forms.CharField(
        label=_("Tanda tangan"), max_length=LARGEST_DRAWING, widget=SignaturePad, required=False
    )
    thumbprint = forms.FileField(label=_("Foto atau pindaian cap jempol"), required=False, widget=attached(LARGEST))
    witness = forms.CharField(
        label=_("Nama saksi"), max_length=LINE, required=False, help_text=_("Untuk persetujuan lisan.")
    )

    def clean_signature(self) -> bytes:
        """The drawn picture as bytes; what it really is, is looked at when it is attached."""
        said = self.cleaned_data["signature"]
        if not said:
            return b""
        try:
            return base64.b64decode(said.removeprefix(_PREFIX), validate=True)
        except (binascii.Error, ValueError):
            raise forms.ValidationError(_("Tanda tangan ini tidak terbaca. Ulangi.")) from None

    def evidence(self) -> tuple[io.IOBase, int] | None:
        """The open file that proves the agreement and its size in bytes; None where the mode needs none or it lacks."""
        words = self.cleaned_data
        if words["mode"] == AgreementMode.SIGNATURE and words.get("signature"):
            return io.BytesIO(words["signature"]), len(words["signature"])
        if words["mode"] == AgreementMode.THUMBPRINT and words.get("thumbprint"):
            return words["thumbprint"].file, words["thumbprint"].size
        return None
