"""What is asked of an admin about another house."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.widgets import LongSelect

_KEY = forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocomplete": "off"})


class PeerForm(RangkulForm):
    name = line(_("Lembaga yang menjalankan server itu"), most=160)
    address = line(_("Alamat servernya"), help_text=_("Misalnya https://rangkul.dinas.go.id."))
    key = forms.CharField(
        label=_("Kunci server itu"),
        help_text=_("Boleh kosong: kami mengambilnya dari alamat di atas, lalu Anda mencocokkan sidiknya."),
        max_length=200,
        required=False,
        widget=_KEY,
    )


class KeyForm(RangkulForm):
    key = forms.CharField(
        label=_("Kunci baru"),
        help_text=_("Boleh kosong: kami mengambilnya dari alamat server itu."),
        max_length=200,
        required=False,
        widget=_KEY,
    )


class ConfirmForm(RangkulForm):
    compared = forms.BooleanField(
        label=_("Saya sudah membandingkan ketiga puluh angka ini lewat telepon atau bertemu langsung"),
        error_messages={"required": _("Bandingkan dulu angkanya dengan pengelola server itu.")},
    )
    kid = forms.CharField(max_length=32, widget=forms.HiddenInput)


class AgreementForm(RangkulForm):
    number = line(_("Nomor perjanjian"), most=80)
    signed_there = line(_("Ditandatangani di sana oleh"), most=160, help_text=_("Nama dan jabatannya."))
    signed_here = line(_("Ditandatangani di sini oleh"), most=160, help_text=_("Nama dan jabatannya."))
    starts_on = DayField(label=_("Berlaku sejak"))
    ends_on = DayField(label=_("Berlaku sampai"))
    covers = text(
        _("Data apa yang boleh dikirim, dan untuk apa"), rows=2, most=500,
        help_text=_("Seperti tertulis di perjanjiannya. Isi tiap rujukan tetap dipilih satu per satu."),
    )  # fmt: skip
    stop_contact = line(
        _("Siapa dihubungi untuk menghentikan pemakaian data"), help_text=_("Nama, nomor telepon, atau surel di sana.")
    )
    keeper = choice(_("Siapa mengurus perpanjangannya"), [], empty=_("Pilih satu"), widget=LongSelect)

    def __init__(self, *args, keepers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [("", _("Pilih satu")), *[(str(one.pk), one.full_name) for one in keepers]]


class EndForm(RangkulForm):
    because = line(_("Mengapa berakhir sekarang"), most=300)
