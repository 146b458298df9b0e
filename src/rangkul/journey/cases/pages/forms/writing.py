"""The composer: a contact in three required fields, everything else only when wanted (A26: at most five)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, moment, text
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases.states import Channel, Method, NoteKind, PracticeLevel, WorkerRole, practice_with


class ContactForm(RangkulForm):
    result = text(_("Apa yang terjadi?"), rows=2)
    channel = choice(_("Bagaimana"), Channel.choices, initial=Channel.OFFICE)
    minutes = forms.IntegerField(label=_("Berapa menit"), min_value=1, max_value=1440, initial=30)
    next_step = line(_("Langkah berikutnya"), required=False)
    next_due = DayField(
        label=_("Paling lambat"), help_text=_("Dengan tanggal, langkah ini menjadi tugas Anda."), required=False
    )
    at = moment(_("Kapan"), help_text=_("Kosongkan bila baru saja."), required=False)
    method = choice(_("Metode"), Method.choices, required=False)
    level = choice(_("Tingkat"), PracticeLevel.choices, required=False)
    worker_role = choice(_("Peran Anda"), WorkerRole.choices, empty="—", required=False)
    despite = line(
        _("Menengahi walau ada tanda kekerasan: mengapa?"),
        most=300,
        required=False,
        help_text=_("Hanya bila diminta. Supervisor atau pimpinan diberi tahu."),
    )
    goal_id = forms.TypedChoiceField(label=_("Untuk tujuan"), required=False, coerce=str, empty_value=None)

    same_for_all = frozenset(
        {"result", "channel", "minutes", "next_step", "next_due", "at", "method", "level", "worker_role"}
    )
    SHORT = ("channel", "minutes")
    MORE = ("next_step", "next_due", "at", "method", "level", "worker_role", "despite", "goal_id")

    def __init__(self, *args, goals=(), client_kind=ClientKind.PERSON, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["method"].initial, self.fields["level"].initial = practice_with(client_kind)
        self.goals = {str(goal_id): goal_id for goal_id, _words in goals}
        self.fields["goal_id"].choices = [("", "—"), *((str(goal_id), words) for goal_id, words in goals)]
        if not self.goals:
            del self.fields["goal_id"]
        # Asked only once it has turned out to be needed.
        if self.data.get("worker_role") != WorkerRole.MEDIATOR:
            del self.fields["despite"]

    def clean(self):
        words = super().clean()
        words["goal_id"] = self.goals.get(words.get("goal_id"))
        return words

    @property
    def short(self):
        return [self[name] for name in self.SHORT]

    @property
    def more(self):
        return [self[name] for name in self.MORE if name in self.fields]

    @property
    def more_is_wrong(self) -> bool:
        """A mistake in a hidden field opens the details."""
        return any(name in self.errors for name in self.MORE)


# What the team writes by hand; the client's own messages come from elsewhere.
_KINDS = [one for one in NoteKind.choices if one[0] != NoteKind.CLIENT]


class NoteForm(RangkulForm):
    text = text(_("Catatan"), rows=4)
    kind = choice(_("Jenis"), _KINDS, initial=NoteKind.PROGRESS)

    same_for_all = frozenset({"text"})

    def __init__(self, *args, supervises: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not supervises:
            self.fields["kind"].choices = [one for one in _KINDS if one[0] != NoteKind.SUPERVISION]


class CorrectionForm(RangkulForm):
    text = text(_("Yang benar"), rows=4, help_text=_("Tulisan lama tetap terbaca; koreksi Anda muncul di bawahnya."))


class EmergencyForm(RangkulForm):
    help_given = text(_("Bantuan apa yang diberikan?"), rows=3)
    reason = text(_("Mengapa tidak bisa menunggu?"), rows=2, most=1_000)
    channel = choice(_("Bagaimana"), Channel.choices, initial=Channel.PLACE)
    minutes = forms.IntegerField(label=_("Berapa menit"), min_value=1, max_value=1440, initial=30)
