from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import LONG, RangkulForm
from rangkul.base.forms.widgets import counted
from rangkul.commons.trust.rights_words import ASKED_AS
from rangkul.commons.trust.states import DataKind, Ground


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


class SeekForm(GlassForm):
    """For a file that one does not see: somebody calls and says a number."""

    called = forms.CharField(
        label=_("Nomor kasus, tiket, atau NIK"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    field_order = ("called", "reason", "hours")


class ReviewForm(RangkulForm):
    justified = forms.TypedChoiceField(
        label=_("Apakah akses ini tepat?"), coerce=lambda value: value == "ya", widget=forms.RadioSelect,
        choices=[("ya", _("Ya, tepat")), ("tidak", _("Tidak tepat"))],
    )  # fmt: skip
    note = forms.CharField(
        label=_("Catatan peninjau"), help_text=_("Wajib bila tidak tepat."), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class AskRightForm(RangkulForm):
    """As the person says it; a worker writes it down in their words."""

    right = forms.ChoiceField(label=_("Yang diminta"), choices=list(ASKED_AS.items()), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Dengan kata-katanya sendiri"), max_length=LONG, required=False,
        help_text=_("Misalnya: bagian mana yang tidak benar, dan apa yang benar."),
        widget=forms.Textarea(attrs={"rows": 4, **counted(LONG)}),
    )  # fmt: skip


class GrantForm(RangkulForm):
    answer = forms.CharField(
        label=_("Jawaban untuk orangnya"), max_length=LONG, help_text=_("Ia membacanya lewat tiket, atau dari Anda."),
        widget=forms.Textarea(attrs={"rows": 3, **counted(LONG)}),
    )  # fmt: skip


class RefuseForm(RangkulForm):
    ground = forms.ChoiceField(label=_("Dasar penolakan"), choices=Ground.choices, widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("Alasan untuk orangnya"), max_length=LONG,
        help_text=_("Dengan kata yang mudah. Orang lain membacanya dulu sebelum disampaikan."),
        widget=forms.Textarea(attrs={"rows": 3, **counted(LONG)}),
    )  # fmt: skip


class DoneForm(RangkulForm):
    outcome = forms.CharField(
        label=_("Apa yang sudah dilakukan"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 3, **counted(LONG)})
    )


class EraseForm(RangkulForm):
    reason = forms.CharField(
        label=_("Mengapa data ini dihapus"), max_length=300,
        help_text=_("Satu kalimat tanpa nama. Kalimat ini tetap tersimpan sebagai bukti."),
        widget=forms.Textarea(attrs={"rows": 2, **counted(300)}),
    )  # fmt: skip
    sure = forms.BooleanField(label=_("Saya tahu bahwa penghapusan ini tidak bisa dibatalkan"))


class BreachForm(RangkulForm):
    what = forms.CharField(
        label=_("Apa yang terjadi"), max_length=2000,
        help_text=_("Kapan, bagaimana, dan sampai di mana. Jangan sebut nama atau NIK klien."),
        widget=forms.Textarea(attrs={"rows": 4, **counted(2000)}),
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=_("Data apa yang terkena"), choices=DataKind.choices, widget=forms.CheckboxSelectMultiple
    )
    persons = forms.IntegerField(
        label=_("Kira-kira berapa orang"), required=False, min_value=0, max_value=100_000_000,
        help_text=_("Kosongkan bila belum tahu."),
    )  # fmt: skip


class HandleBreachForm(RangkulForm):
    handling = forms.CharField(
        label=_("Apa yang sudah dilakukan"), max_length=2000, required=False,
        help_text=_("Menghentikan, memulihkan, dan mencegah terulang."),
        widget=forms.Textarea(attrs={"rows": 4, **counted(2000)}),
    )  # fmt: skip
    persons = forms.IntegerField(label=_("Kira-kira berapa orang"), required=False, min_value=0, max_value=100_000_000)
    persons_told = forms.BooleanField(label=_("Orang-orangnya sudah diberi tahu secara tertulis"), required=False)
    authority_told = forms.BooleanField(
        label=_("Lembaga pelindungan data pribadi sudah diberi tahu secara tertulis"), required=False
    )


class CloseBreachForm(RangkulForm):
    not_told_because = forms.CharField(
        label=_("Mengapa tidak perlu diberi tahu"), max_length=1000, required=False,
        help_text=_("Hanya bila orangnya atau lembaga belum diberi tahu."),
        widget=forms.Textarea(attrs={"rows": 2, **counted(1000)}),
    )  # fmt: skip


class HoldForm(RangkulForm):
    reason = forms.CharField(
        label=_("Kewajiban yang menahan"), max_length=300, help_text=_("Misalnya: perkara di pengadilan. Tanpa nama."),
    )  # fmt: skip
    until = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Kosongkan bila belum tahu."),
    )  # fmt: skip
