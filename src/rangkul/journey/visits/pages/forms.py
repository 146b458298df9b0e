"""What a visit asks: five fields before it, one sentence after it."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.journey.visits.states import Met

_USUAL = timedelta(hours=2)


def _usual_return():
    return local_now() + _USUAL


class PlanForm(RangkulForm):
    leaves_at = moment(_("Berangkat"), initial=local_now)
    back_by = moment(
        _("Kembali paling lambat"),
        initial=_usual_return,
        help_text=_("Bila sampai 15 menit sesudahnya tidak ada kabar dari Anda, supervisor diberi tahu."),
    )
    place = line(_("Ke mana"), most=300, help_text=_("Alamat, patokan, atau tempat bertemu yang aman."))
    purpose = line(_("Untuk apa"), most=300)
    risk_note = text(
        _("Yang perlu diwaspadai"),
        rows=2,
        most=1_000,
        help_text=_(
            "Misalnya: siapa yang mungkin marah, anjing, jalan gelap. Bila tidak ada: “tidak ada yang diketahui”."
        ),
    )
    companion = line(_("Pergi bersama siapa"), required=False)


class LaterForm(RangkulForm):
    back_by = moment(_("Kembali paling lambat"), initial=_usual_return)


class BackForm(RangkulForm):
    met = choice(_("Bertemu siapa"), Met.choices, initial=Met.MET, widget=forms.RadioSelect)
    result = text(_("Apa hasilnya?"), rows=3)
    minutes = forms.IntegerField(label=_("Berapa menit"), min_value=1, max_value=1440, initial=60)
    next_step = line(_("Langkah berikutnya"), required=False)
    next_due = DayField(
        label=_("Paling lambat"), help_text=_("Dengan tanggal, langkah ini menjadi tugas Anda."), required=False
    )


class EndingForm(RangkulForm):
    ending = text(_("Alasannya"), rows=2, most=1_000)


class SafeForm(RangkulForm):
    ending = text(_("Bagaimana Anda tahu petugas sudah aman?"), rows=2, most=1_000)
