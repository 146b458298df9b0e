"""What a practicum asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import line
from rangkul.base.forms.fields import text as area
from rangkul.commons.trust.states import ConsentMode
from rangkul.sustain.workforce.pages.forms.fields import CaseChoice
from rangkul.sustain.workforce.states import Body, Reached


class BeginForm(RangkulForm):
    school = line(_("Kampus"), most=120)
    begins = DayField(label=_("Mulai"), initial=days.today)
    ends = DayField(label=_("Sampai"))


class ObjectiveForm(RangkulForm):
    body = forms.ChoiceField(label=_("Tentang"), choices=Body.choices)
    text = area(_("Yang ingin dipelajari"), rows=2, most=1_000)


class SeenForm(RangkulForm):
    reached = forms.ChoiceField(label=_("Sampai di mana"), choices=[one for one in Reached.choices if one[0]])
    said = area(_("Apa yang Anda lihat"), rows=2, most=2_000)


class DayForm(RangkulForm):
    day = DayField(label=_("Hari"), initial=days.today)
    objective = forms.ChoiceField(label=_("Untuk tujuan"), required=False)
    text = area(_("Yang saya kerjakan"), rows=3, help_text=_("Tanpa nama klien."))
    learned = area(_("Yang saya pelajari"), rows=2)

    def __init__(self, *args, objectives=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in objectives}
        words = [(pk, one.text[:80]) for pk, one in self.known.items()]
        self.fields["objective"].choices = [("", _("Tidak khusus")), *words]

    def clean_objective(self):
        return self.known.get(self.cleaned_data["objective"])


class RewriteForm(RangkulForm):
    text = area(_("Yang saya kerjakan"), rows=3)
    learned = area(_("Yang saya pelajari"), rows=2)


class CommentForm(RangkulForm):
    comment = area(_("Catatan pembimbing"), rows=2, most=2_000, required=False)


class StudyForm(RangkulForm):
    case = CaseChoice()
    mode = forms.ChoiceField(
        label=_("Bagaimana klien menyetujui dipakai belajar?"),
        choices=[one for one in ConsentMode.choices if one[0] in (ConsentMode.SIGNATURE, ConsentMode.SPOKEN)],
        initial=ConsentMode.SPOKEN,
        widget=forms.RadioSelect,
    )
    witness = line(_("Nama saksi"), most=120, required=False, help_text=_("Untuk persetujuan lisan."))

    def __init__(self, *args, cases=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["case"].label = _("Kasus")
        self.fields["case"].offer(cases)

    def clean_case(self):
        if self.cleaned_data["case"] is None:
            raise forms.ValidationError(_("Pilih kasusnya."))
        return self.cleaned_data["case"]


class GiveForm(RangkulForm):
    picture = area(
        _("Gambaran kasus"), rows=6, help_text=_("Dengan kata-kata sendiri, tanpa nama, tempat, dan tanggal.")
    )
    questions = area(_("Pertanyaan untuk belajar"), rows=3, required=False)
