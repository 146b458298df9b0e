"""The dense page on which a worker writes down what somebody said or wrote."""

from datetime import date, datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.forms import LONG, SHORT, RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import PhoneField
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import BY_NUMBER, Channel, PhoneOwner
from rangkul.entry.intake import consents
from rangkul.entry.intake.pages.ask.forms import DAYS
from rangkul.entry.intake.pages.fields import AgesField, PlaceMixin, check_safe_hours, safe_hours
from rangkul.entry.intake.states import LANGUAGES, UNASKED, ForWhom, Safe, Via
from rangkul.entry.intake.wizard.words import CHOICES

OLDEST_LETTER = timedelta(days=366)


class EnterForm(PlaceMixin, RangkulForm):
    via = forms.ChoiceField(
        label=_("Lewat"),
        choices=[one for one in Via.choices if one[0] not in (Via.WEB, Via.CHAT, *UNASKED)],
        initial=Via.PHONE,
    )
    received_on = DayField(label=_("Diterima tanggal"), required=False, help_text=_("Kosong berarti hari ini."))
    received_time = forms.TimeField(
        label=_("Jam"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    safe_now = forms.ChoiceField(label=_("Aman sekarang?"), choices=Safe.choices, initial=Safe.UNKNOWN)
    for_whom = forms.ChoiceField(label=_("Untuk siapa"), choices=ForWhom.choices, initial=ForWhom.SELF)
    ages = AgesField(label=_("Umur yang perlu dibantu"))
    narrative = forms.CharField(
        label=_("Dengan kata-kata orang itu"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 4})
    )
    fields_chosen = forms.MultipleChoiceField(
        label=_("Masalah"), required=False, choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    violence_hours = forms.ChoiceField(
        label=_("Kekerasan terakhir terjadi"), required=False,
        choices=[("", _("Tidak tahu atau tidak ada")), ("24", _("Hari ini atau kemarin")),
                 ("72", _("Dua atau tiga hari yang lalu")), ("720", _("Lebih lama"))],
    )  # fmt: skip
    name = forms.CharField(label=_("Nama yang meminta"), max_length=120, required=False)
    called_name = forms.CharField(label=_("Nama panggilan"), max_length=60, required=False)
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"), required=False,
        choices=[("", _("Belum diketahui")), ("P", _("Perempuan")), ("L", _("Laki-laki"))],
    )  # fmt: skip
    about_name = forms.CharField(label=_("Nama yang perlu dibantu, bila orang lain"), max_length=120, required=False)
    relation = forms.CharField(label=_("Hubungannya"), max_length=80, required=False)
    phone = PhoneField(label=_("Telepon"))
    phone_owner = forms.ChoiceField(
        label=_("Milik siapa"), choices=PhoneOwner.choices, required=False, initial=PhoneOwner.UNKNOWN
    )
    channels = forms.MultipleChoiceField(
        label=_("Boleh dihubungi lewat"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[one for one in Channel.choices if one[0] != Channel.EMAIL],
        help_text=_("Tidak ada yang dipilih: hanya lewat tiket."),
    )  # fmt: skip
    days = forms.TypedMultipleChoiceField(
        label=_("Hari aman"), choices=DAYS, coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    from_time, to_time = safe_hours()
    code_word = forms.CharField(label=_("Kata rahasia"), max_length=60, required=False)
    may_leave_message = forms.BooleanField(label=_("Boleh meninggalkan pesan"), required=False)
    contact_note = forms.CharField(label=_("Catatan cara menghubungi"), max_length=SHORT, required=False)
    wants_sex = forms.ChoiceField(
        label=_("Nyaman dengan petugas"), required=False,
        choices=[("", _("Siapa saja")), ("P", _("Perempuan")), ("L", _("Laki-laki"))],
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Bahasa"), choices=LANGUAGES, required=False)
    agreed = forms.MultipleChoiceField(
        label=_("Sudah dibacakan dan disetujui"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(text.purpose, text.question) for text in consents.TEXTS],
        help_text=_("Kosong berarti belum bisa ditanyakan. Permintaan tetap ditangani."),
    )  # fmt: skip
    witness = forms.CharField(label=_("Saksi persetujuan lisan"), max_length=120, required=False)
    against = forms.ModelChoiceField(
        label=_("Mengadukan petugas"), queryset=Staff.objects.none(), required=False, empty_label=_("Tidak"),
        help_text=_("Petugas itu tidak memegang, tidak diberi tahu, dan tidak bisa membaca permintaan ini."),
    )  # fmt: skip

    def __init__(self, *args, staff: Staff, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["witness"].initial = staff.full_name
        colleagues = Staff.objects.filter(agency_id=staff.agency_id, is_active=True).exclude(pk=staff.pk)
        self.fields["against"].queryset = colleagues.order_by("full_name")

    def clean(self):
        cleaned = super().clean()
        spoken = BY_NUMBER & set(cleaned.get("channels", ()))
        if spoken and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Tulis nomornya, atau pilih cara lain."))
        check_safe_hours(self, cleaned)
        if cleaned.get("agreed") and not cleaned.get("witness"):
            self.add_error("witness", _("Persetujuan lisan membutuhkan nama saksi."))
        self._check_received(cleaned)
        return cleaned

    def _check_received(self, cleaned: dict) -> None:
        day = cleaned.get("received_on")
        today = clock.local(clock.now(), cleaned.get("region_code")).date()
        if day and not today - OLDEST_LETTER <= day <= today:
            self.add_error("received_on", _("Tanggalnya paling lama setahun yang lalu dan paling akhir hari ini."))
        self._of_today(cleaned, today)

    def _of_today(self, cleaned: dict, today: date) -> None:
        """An hour alone is one of today; one that is still to come was yesterday's, or a slip."""
        hour = cleaned.get("received_time")
        if hour is None or cleaned.get("received_on") or "received_on" in self.errors:
            return
        if datetime.combine(today, hour, clock.zone(cleaned.get("region_code"))) > clock.now():
            self.add_error("received_time", _("Hari ini belum jam itu. Isi juga tanggalnya, atau perbaiki jamnya."))
        cleaned["received_on"] = today
