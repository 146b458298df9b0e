"""What is asked of a piece of evidence."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.base.forms.widgets import LARGEST_FILE, attached
from rangkul.journey.protection.states import Basis


class EvidenceForm(RangkulForm):
    title = line(_("Bukti apa ini?"), help_text=_("Misalnya: foto lengan kiri, tangkapan layar pesan tanggal 3 Mei."))
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        widget=attached(LARGEST_FILE),
        help_text=_("Yang asli, bukan yang sudah dipotong atau diteruskan. Paling besar 15 MB."),
    )
    link = line(
        _("atau tautan"),
        required=False,
        most=2_000,
        help_text=_("Disimpan sebagai tulisan; Rangkul tidak membukanya. Tangkapan layarnya lebih kuat."),
    )
    words = text(
        _("atau keterangan, dengan kata-kata yang menyampaikannya"),
        required=False,
        help_text=_("Bersama berkas atau tautan, ini menjadi penjelasannya."),
    )
    brought_by = line(_("Siapa yang membawanya?"))
    basis = choice(_("Dasar menyimpan"), Basis.choices)
    happened = line(_("Kapan kejadiannya, menurut cerita?"), required=False)
    came_at = moment(_("Kapan sampai kepada kami?"), initial=local_now)


class CorrectForm(RangkulForm):
    words = text(_("Apa yang perlu dikoreksi?"), rows=3)
