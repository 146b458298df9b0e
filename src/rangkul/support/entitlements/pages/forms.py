"""What an application asks of a worker, step by step."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.widgets import LongSelect
from rangkul.support.entitlements.states import Answer, Asked, Way

_USUAL_ANSWERS = [(one.value, one.label) for one in (Answer.YES, Answer.NO)]


class KnownForm(RangkulForm):
    """One question at a time; the answers to DTSEN are more than yes and no."""

    name = choice(_("Apa yang ditanyakan"), Asked.choices, widget=LongSelect)
    answer = choice(_("Jawabannya"), Answer.choices, widget=forms.RadioSelect)
    way = choice(_("Dari mana diketahui"), Way.choices, initial=Way.TOLD)
    on = DayField(label=_("Diketahui pada"))

    def __init__(self, *args, asked: str = "", today=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        if asked in Asked.values:
            self.fields["name"].initial = asked
            if asked != Asked.DTSEN:
                self.fields["answer"].choices = _USUAL_ANSWERS


class ConsiderForm(RangkulForm):
    programme = forms.SlugField(max_length=20, widget=forms.HiddenInput)
    whose = line(
        _("Untuk siapa, bila bukan kliennya sendiri"), most=120, required=False, help_text=_("Misalnya: anak kedua.")
    )


class TellForm(RangkulForm):
    on = DayField(label=_("Dijelaskan pada"))
    words = text(_("Apa kata klien"), rows=2, most=1_000, help_text=_("Mau diajukan, atau tidak, dan apa alasannya."))


class ApplyForm(RangkulForm):
    on = DayField(label=_("Diajukan pada"))
    place = line(_("Di mana"), most=200, help_text=_("Kantor, petugas, atau aplikasinya."))
    number = line(_("Nomor atau tanda terima"), most=80, required=False)
    look_again = DayField(label=_("Tanyakan lagi pada"), required=False, help_text=_("Kosongkan untuk 14 hari lagi."))


class GrantForm(RangkulForm):
    on = DayField(label=_("Dijawab pada"))
    words = line(_("Apa yang dikabulkan"), most=300, required=False)


class RefuseForm(RangkulForm):
    on = DayField(label=_("Klien mengetahuinya pada"), help_text=_("Batas keberatan dihitung dari hari ini."))
    reason = text(_("Alasan yang diberikan kantornya"), rows=2, most=1_000)
    last_day = DayField(
        label=_("Batas keberatan menurut suratnya"), required=False, help_text=_("Kosongkan bila tidak disebut.")
    )


class ObjectForm(RangkulForm):
    on = DayField(label=_("Diajukan pada"))
    place = line(_("Kepada siapa"), most=200)
    number = line(_("Nomor atau tanda terima"), most=80, required=False)


class ReceiveForm(RangkulForm):
    on = DayField(label=_("Diterima pada"))
    words = text(_("Apa yang diterima klien"), rows=2, most=1_000)


class BecauseForm(RangkulForm):
    because = text(_("Mengapa"), rows=2, most=1_000)
