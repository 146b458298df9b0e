"""What is asked of a chat that somebody brings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.base.forms.widgets import LARGEST_FILE, attached
from rangkul.journey.protection.states import Basis, DayOrder


class ChatForm(RangkulForm):
    file = forms.FileField(
        label=_("Ekspor percakapan"),
        widget=attached(LARGEST_FILE),
        help_text=_("Dari WhatsApp: Ekspor chat. Berkas .txt atau .zip, paling besar 15 MB."),
    )
    title = line(_("Percakapan dengan siapa?"))
    brought_by = line(_("Siapa yang membawanya?"))
    basis = choice(_("Dengan persetujuan siapa?"), [(one.value, one.label) for one in (Basis.CONSENT, Basis.GUARDIAN)])
    purpose = text(
        _("Untuk apa disimpan?"), rows=2, most=1_000, help_text=_("Misalnya: bukti ancaman untuk laporan polisi.")
    )
    came_at = moment(_("Kapan sampai kepada kami?"), initial=local_now)


class OrderForm(RangkulForm):
    order = choice(
        _("Bagaimana tanggalnya ditulis?"),
        [(one.value, one.label) for one in (DayOrder.DMY, DayOrder.MDY)],
        widget=forms.RadioSelect,
    )


class SearchForm(RangkulForm):
    words = line(_("Cari dalam percakapan ini"), required=False)
    only_marked = forms.BooleanField(label=_("Hanya yang ditandai penting"), required=False)


class MarkForm(RangkulForm):
    why = line(_("Mengapa penting?"), most=300)
