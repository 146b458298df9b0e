from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm


class GlassForm(RangkulForm):
    """Why this file must be opened now, and for how long."""

    reason = forms.CharField(
        label=_("Mengapa berkas ini harus dibuka sekarang?"),
        help_text=_("Satu kalimat lengkap. Alasan ini dibaca peninjau, dan klien melihat bahwa berkasnya dibuka."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    hours = forms.TypedChoiceField(
        label=_("Berapa lama"), coerce=int, initial=1,
        choices=[(1, _("1 jam")), (2, _("2 jam")), (4, _("4 jam"))],
    )  # fmt: skip


class ReviewForm(RangkulForm):
    justified = forms.TypedChoiceField(
        label=_("Apakah akses ini tepat?"), coerce=lambda value: value == "ya", widget=forms.RadioSelect,
        choices=[("ya", _("Ya, tepat")), ("tidak", _("Tidak tepat"))],
    )  # fmt: skip
    note = forms.CharField(
        label=_("Catatan peninjau"), help_text=_("Wajib bila tidak tepat."), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
