"""One form a question. Nothing chosen counts as skipped; nothing asks for a NIK."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import LONG, SHORT, RangkulForm
from rangkul.base.forms.fields import PhoneField
from rangkul.base.forms.widgets import PicturedCheckboxes, PicturedRadio, counted
from rangkul.commons.people.states import BY_NUMBER, Channel, PhoneOwner
from rangkul.entry.intake import consents
from rangkul.entry.intake.pages.fields import AgesField, PlaceMixin, check_safe_hours, safe_hours
from rangkul.entry.intake.states import ForWhom, Safe
from rangkul.entry.intake.wizard import words

DAYS = (
    (1, _("Senin")), (2, _("Selasa")), (3, _("Rabu")), (4, _("Kamis")), (5, _("Jumat")), (6, _("Sabtu")),
    (7, _("Minggu")),
)  # fmt: skip


# Said to the asker, where the office says "miliknya sendiri".
OWNERS = [(PhoneOwner.SELF, _("Milik saya sendiri")), *(one for one in PhoneOwner.choices if one[0] != PhoneOwner.SELF)]


class SafeForm(RangkulForm):
    safe_now = forms.ChoiceField(
        label=_("Pilih satu"),
        choices=[
            (Safe.YES, _("Ya, aman")),
            (Safe.NO, _("Tidak, saya dalam bahaya")),
            (Safe.UNKNOWN, _("Tidak tahu, atau bukan untuk saya")),
        ],
        widget=PicturedRadio(
            pictures={Safe.YES: "circle-check", Safe.NO: "alert-triangle", Safe.UNKNOWN: "question-mark"}
        ),
        required=False,
    )


class WhoForm(RangkulForm):
    for_whom = forms.ChoiceField(
        label=_("Pilih satu"),
        choices=[
            (ForWhom.SELF, _("Saya sendiri")),
            (ForWhom.CHILD, _("Seorang anak")),
            (ForWhom.FAMILY, _("Anggota keluarga saya")),
            (ForWhom.OTHER, _("Orang lain")),
            (ForWhom.GROUP, _("Sekelompok orang atau warga")),
        ],
        widget=PicturedRadio(
            pictures={
                ForWhom.SELF: "user", ForWhom.CHILD: "baby-carriage", ForWhom.FAMILY: "home-heart",
                ForWhom.OTHER: "user-heart", ForWhom.GROUP: "users-group",
            }
        ),
        required=False,
    )  # fmt: skip
    ages = AgesField(
        label=_("Umur orang yang perlu dibantu"),
        help_text=_("Kira-kira saja. Bila lebih dari satu, pisahkan dengan koma."),
    )


class WhatForm(RangkulForm):
    fields_chosen = forms.MultipleChoiceField(
        label=_("Boleh pilih lebih dari satu"),
        choices=words.CHOICES,
        required=False,
        widget=PicturedCheckboxes(pictures=words.PICTURES, hints=words.HINTS),
    )
    narrative = forms.CharField(
        label=_("Ceritakan dengan kata-kata Anda"),
        help_text=_("Pendek saja boleh. Tidak perlu menulis nama atau NIK."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, **counted(LONG)}),
    )


class WhenForm(RangkulForm):
    """Asked only where somebody spoke of violence: evidence and medicine do not wait (reference C, 72 hours)."""

    violence_when = forms.ChoiceField(
        label=_("Pilih satu"),
        choices=[
            ("24", _("Hari ini atau kemarin")),
            ("72", _("Dua atau tiga hari yang lalu")),
            ("720", _("Lebih dari tiga hari yang lalu")),
            ("unknown", _("Tidak tahu atau terus-menerus terjadi")),
        ],
        widget=PicturedRadio(long=True),
        required=False,
    )


class WhereForm(PlaceMixin, RangkulForm):
    field_order = ["place", "meant", "region_code", "place_words"]
    place_words = forms.CharField(
        label=_("Petunjuk tempat"),
        help_text=_("Misalnya nama dusun, RT/RW, atau tempat bertemu yang aman. Boleh dikosongkan."),
        max_length=SHORT,
        required=False,
    )


class ReachForm(RangkulForm):
    channels = forms.MultipleChoiceField(
        label=_("Boleh pilih lebih dari satu"),
        choices=[
            (Channel.TICKET, _("Lewat tiket di situs ini")),
            (Channel.CALL, _("Telepon")),
            (Channel.WHATSAPP, _("WhatsApp")),
            (Channel.SMS, _("SMS")),
            (Channel.EMAIL, _("Surel")),
            (Channel.VISIT, _("Bertemu langsung")),
        ],
        widget=PicturedCheckboxes(
            pictures={
                Channel.TICKET: "lock", Channel.CALL: "phone", Channel.WHATSAPP: "brand-whatsapp",
                Channel.SMS: "message", Channel.EMAIL: "mail", Channel.VISIT: "users",
            },
            hints={
                Channel.TICKET: _("Paling aman. Bila hanya ini yang dipilih, kami tidak menghubungi Anda.")
            },
        ),
        required=False,
    )  # fmt: skip


class ContactForm(RangkulForm):
    phone = PhoneField(label=_("Nomor telepon atau WhatsApp"))
    phone_owner = forms.ChoiceField(
        label=_("Nomor ini milik siapa?"), choices=OWNERS, required=False, initial=PhoneOwner.SELF
    )
    email = forms.EmailField(label=_("Alamat surel"), max_length=SHORT, required=False)
    days = forms.TypedMultipleChoiceField(
        label=_("Hari yang aman"),
        help_text=_("Kosongkan bila semua hari aman."),
        choices=DAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    from_time, to_time = safe_hours()
    code_word = forms.CharField(
        label=_("Kata rahasia"),
        help_text=_("Misalnya: melati. Petugas menyebut kata ini lebih dulu, supaya Anda tahu siapa yang menelepon."),
        max_length=60,
        required=False,
    )
    may_leave_message = forms.BooleanField(
        label=_("Petugas boleh meninggalkan pesan bila saya tidak menjawab"), required=False
    )
    note = forms.CharField(
        label=_("Hal lain tentang cara menghubungi"),
        help_text=_("Misalnya: jangan bicara dengan suami saya."),
        max_length=SHORT,
        required=False,
    )

    NEEDED = {
        "phone": _("Tulis nomornya, atau kembali dan pilih cara lain."),
        "email": _("Tulis alamat surelnya, atau kembali dan pilih cara lain."),
    }

    def __init__(self, *args, channels=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.chosen = frozenset(channels)
        if Channel.EMAIL not in self.chosen:
            del self.fields["email"]
        if not self.chosen & BY_NUMBER:
            for name in ("phone", "phone_owner", "may_leave_message"):
                del self.fields[name]
        for name, missing in self.NEEDED.items():
            if name in self.fields:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = missing

    def clean(self):
        cleaned = super().clean()
        check_safe_hours(self, cleaned)
        return cleaned


class NameForm(RangkulForm):
    name = forms.CharField(label=_("Nama Anda"), max_length=120, required=False)
    called_name = forms.CharField(label=_("Nama panggilan"), max_length=60, required=False)
    about_name = forms.CharField(
        label=_("Nama orang yang perlu dibantu"),
        help_text=_("Bila bukan Anda sendiri."),
        max_length=120,
        required=False,
    )
    relation = forms.CharField(
        label=_("Hubungan Anda dengan orang itu"), help_text=_("Misalnya: tetangga, guru, kakak."), max_length=80,
        required=False,
    )  # fmt: skip
    wants_sex = forms.ChoiceField(
        label=_("Anda lebih nyaman dengan petugas"),
        choices=[("", _("Siapa saja")), ("P", _("Perempuan")), ("L", _("Laki-laki"))],
        required=False,
    )

    def __init__(self, *args, for_self=True, **kwargs):
        super().__init__(*args, **kwargs)
        if for_self:
            del self.fields["about_name"], self.fields["relation"]


class ConsentForm(RangkulForm):
    """One box a purpose; the first is needed to act, the others are free."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for text in consents.TEXTS:
            self.fields[text.purpose] = forms.BooleanField(
                label=text.question,
                help_text=text.meaning,
                required=text.needed,
                error_messages={
                    "required": _("Tanpa persetujuan ini kami tidak boleh membaca dan menindaklanjuti permintaan Anda.")
                },
            )


class CheckForm(RangkulForm):
    """The last page has nothing to fill in."""


class CodeForm(RangkulForm):
    code = forms.CharField(
        label=_("Kode lanjut"),
        help_text=_("Sepuluh huruf dan angka, misalnya BCD23-FGH45."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
