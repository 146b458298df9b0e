"""The form of a review: for each goal the level that both see, then what each of them makes of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.journey.plans.gas import LEVELS
from rangkul.journey.plans.models import Goal
from rangkul.journey.plans.pages.forms import LINE, NOTE, area
from rangkul.journey.plans.states import Judgement, NextStep, ReviewKind

_ASKED = ("client", "worker", "words")
_IN_TURN = ("client_judgement", "client_words", "client_absent")


def _level(label, goal: Goal, widget) -> forms.TypedChoiceField:
    words = goal.level_words()
    choices = [(level, f"{level:+d}. {words[level]}" if level else f"0. {words[0]}") for level in reversed(LEVELS)]
    return forms.TypedChoiceField(
        label=label,
        choices=[("", _("Belum bisa menilai")), *choices],
        coerce=int,
        empty_value=None,
        required=False,
        widget=widget,
    )


class ReviewForm(RangkulForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=ReviewKind.choices, initial=ReviewKind.REVIEW)
    held_on = DayField(label=_("Tanggal tinjauan"), initial=today)
    client_judgement = forms.ChoiceField(
        label=_("Menurut klien, dibanding saat mulai"),
        choices=[("", _("Klien belum ditanya")), *Judgement.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    client_words = forms.CharField(
        label=_("Kata-kata klien"),
        help_text=_("Apa yang berubah, apa yang masih berat, apa yang diinginkan selanjutnya?"),
        max_length=NOTE,
        widget=area(3),
        required=False,
    )
    client_absent = forms.CharField(
        label=_("Bila klien belum bisa ditanya: mengapa"), max_length=LINE * 3, widget=area(), required=False
    )
    worker_judgement = forms.ChoiceField(
        label=_("Menurut Anda, dibanding saat mulai"), choices=Judgement.choices, widget=forms.RadioSelect
    )
    worker_words = forms.CharField(
        label=_("Penilaian Anda"),
        help_text=_("Apa yang tampak berubah. Perubahan yang terjadi bersamaan belum tentu penyebabnya."),
        max_length=NOTE,
        widget=area(3),
    )
    next_step = forms.ChoiceField(label=_("Langkah berikutnya"), choices=NextStep.choices)
    next_reason = forms.CharField(label=_("Alasannya"), max_length=NOTE, widget=area(), required=False)
    next_on = DayField(label=_("Ditinjau lagi pada"), required=False)

    def __init__(self, *args, goals: list[Goal], **kwargs):
        super().__init__(*args, **kwargs)
        self.goals = goals
        for goal in goals:
            own = {
                f"goal{goal.number}_client": _level(_("Menurut klien"), goal, forms.RadioSelect),
                f"goal{goal.number}_worker": _level(_("Menurut Anda"), goal, forms.Select),
                f"goal{goal.number}_words": forms.CharField(
                    label=_("Catatan"), max_length=LINE * 3, widget=area(1), required=False
                ),
            }
            for name, field in own.items():
                self.fields[name] = field
                self._adapt(field)
        # Each is needed in its turn: one level at least, and the client's voice or why it lacks.
        for name in _IN_TURN + tuple(f"goal{goal.number}_{who}" for goal in goals for who in ("client", "worker")):
            self.fields[name].when_chosen = True  # type: ignore[attr-defined]

    def clean(self):
        """`reached` as the verb wants it: the goal's id to both levels; goals of which nobody spoke are left out."""
        words = super().clean()
        reached = {}
        for goal in self.goals:
            client, worker, said = (words.pop(f"goal{goal.number}_{what}", None) for what in _ASKED)
            if client is not None or worker is not None:
                reached[goal.pk] = Reached(client, worker, said or "")
        words["reached"] = reached
        return words

    def sections(self) -> list[tuple]:
        """(goal, client field, worker field, words field), for the template."""
        return [(goal, *(self[f"goal{goal.number}_{what}"] for what in _ASKED)) for goal in self.goals]
