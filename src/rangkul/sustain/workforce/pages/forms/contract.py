"""The contract between the two, readiness, the log for oneself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import line
from rangkul.base.forms.fields import text as area
from rangkul.sustain.workforce.states import Channel, DefinedBy, Judgement, Readers

_MOST = 3_000


class ContractForm(RangkulForm):
    purpose = area(_("Tujuan"), rows=2, most=_MOST)
    every_weeks = forms.IntegerField(label=_("Bertemu paling jarang setiap berapa minggu"), min_value=1, max_value=26)
    channel = forms.ChoiceField(label=_("Biasanya"), choices=Channel.choices)
    administrative = area(_("Fungsi administratif"), rows=2, most=_MOST)
    educative = area(_("Fungsi edukatif"), rows=2, most=_MOST)
    supportive = area(_("Fungsi suportif"), rows=2, most=_MOST)
    confidentiality = area(_("Kerahasiaan"), most=_MOST)
    reported_up = area(_("Batas kerahasiaan: yang disampaikan ke atas"), most=_MOST)
    readers = forms.ChoiceField(
        label=_("Siapa yang membaca catatan bersama"),
        choices=Readers.choices,
        widget=forms.RadioSelect,
        help_text=_("Catatan pribadi tetap dibaca Anda berdua saja, apa pun pilihan ini."),
    )
    valid_to = DayField(label=_("Berlaku sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan."))


class ReadinessForm(RangkulForm):
    ready_for = line(_("Siap untuk apa"), most=300)
    judgement = forms.ChoiceField(label=_("Penilaian Anda"), choices=Judgement.choices, widget=forms.RadioSelect)
    defined_by = forms.ChoiceField(label=_("Ukuran siapa"), choices=DefinedBy.choices)
    criteria = area(_("Apa ukurannya"), rows=2, most=2_000)
    reason = area(_("Apa yang Anda lihat"), rows=2, most=2_000)


class ReplyForm(RangkulForm):
    reply = area(_("Tanggapan saya"), rows=2, most=2_000)


class ReflectForm(RangkulForm):
    text = area(_("Untuk diri sendiri"), rows=4)


class BringForm(RangkulForm):
    text = area(_("Yang dibawa"), rows=3, most=2_000, help_text=_("Hapus yang ingin Anda simpan sendiri."))
