"""Forms for risks and for the functioning profile."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.assessment.levels import LEVEL_WORDS, LEVELS, question_of
from rangkul.journey.assessment.pages.forms import LINE, NOTE, area
from rangkul.journey.assessment.states import Dimension, Moment, RiskKind, RiskLevel, View


class RiskForm(RangkulForm):
    kind = forms.ChoiceField(label=_("Risiko apa"), choices=RiskKind.choices)
    level = forms.ChoiceField(label=_("Tingkatnya menurut Anda"), choices=RiskLevel.choices, widget=forms.RadioSelect)
    seen = forms.CharField(
        label=_("Apa yang tampak atau dikatakan"),
        help_text=_("Kejadian, kata-kata, tanda. Tulis juga siapa yang mengatakannya."),
        max_length=NOTE,
        widget=area(),
    )
    since = DayField(label=_("Sejak kapan"), required=False)
    protective = forms.CharField(
        label=_("Yang menjaga"),
        help_text=_("Orang, tempat, kebiasaan, atau kemampuan yang membuat lebih aman."),
        max_length=NOTE,
        widget=area(2),
        required=False,
    )
    done_now = forms.CharField(label=_("Yang sudah dilakukan"), max_length=NOTE, widget=area(2), required=False)
    next_look = DayField(label=_("Dilihat lagi pada"), help_text=_("Wajib, kecuali tingkatnya hijau."), required=False)
    reason = forms.CharField(
        label=_("Alasan, bila tingkatnya diturunkan"), max_length=1_000, widget=area(2), required=False
    )


class EndRiskForm(RangkulForm):
    reason = forms.CharField(label=_("Mengapa risiko ini selesai"), max_length=1_000, widget=area(2))


class RiskCheckForm(RangkulForm):
    kinds = forms.MultipleChoiceField(
        label=_("Sudah ditanyakan, dan saat ini tidak tampak"),
        help_text=_("Yang tidak dicentang tetap tercatat belum ditanyakan, bukan rendah."),
        choices=[(kind.value, kind.label) for kind in RiskKind if kind != RiskKind.OTHER],
        widget=forms.CheckboxSelectMultiple,
    )
    checked_on = DayField(label=_("Tanggal ditanyakan"), initial=today)
    note = forms.CharField(label=_("Catatan"), max_length=1_000, widget=area(2), required=False)
    next_look = DayField(label=_("Ditanyakan lagi pada"), required=False)


class FunctioningForm(RangkulForm):
    """One person's view at one moment; a dimension that was not talked about stays empty."""

    view = forms.ChoiceField(label=_("Pandangan siapa"), choices=View.choices, widget=forms.RadioSelect)
    moment = forms.ChoiceField(label=_("Saat"), choices=Moment.choices, widget=forms.RadioSelect)
    seen_on = DayField(label=_("Tanggal dibicarakan"), initial=today)

    def __init__(self, *args, client_kind: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        for dimension in Dimension:
            level = forms.TypedChoiceField(
                label=dimension.label,
                help_text=question_of(dimension, client_kind),
                choices=[(n, f"{n}. {LEVEL_WORDS[dimension][n]}") for n in LEVELS],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
            words = forms.CharField(
                label=_("Dengan kata-katanya sendiri"), max_length=LINE * 5, widget=area(2), required=False
            )
            self.fields[f"{dimension}_level"], self.fields[f"{dimension}_words"] = level, words
            self._adapt(level)
            self._adapt(words)

    def clean(self):
        """Levels as the verb wants them; words without a level say which level is missing."""
        given = super().clean()
        levels = {}
        for dimension in Dimension:
            level, words = given.pop(f"{dimension}_level", None), given.pop(f"{dimension}_words", "")
            if level is not None:
                levels[dimension.value] = (level, words)
            elif words:
                self.add_error(f"{dimension}_level", _("Pilih tingkatnya juga."))
        given["levels"] = levels
        return given

    def sections(self):
        """(level field, words field) for each dimension, for the template."""
        return [(self[f"{one}_level"], self[f"{one}_words"]) for one in Dimension]
