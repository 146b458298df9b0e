"""What a session's page asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import line, moment
from rangkul.base.forms.fields import text as area
from rangkul.sustain.workforce.pages.forms.fields import CaseChoice, minutes
from rangkul.sustain.workforce.states import Channel

_SAID = 4_000


class PlanForm(RangkulForm):
    at = moment(_("Kapan"))
    channel = forms.ChoiceField(label=_("Bagaimana"), choices=Channel.choices)
    place = line(_("Di mana"), required=False)


class ReasonForm(RangkulForm):
    reason = area(_("Alasannya"), rows=2, most=1_000)


class SignForm(RangkulForm):
    """Nothing is asked: whoever is signed in signs as themself."""


class RecordForm(RangkulForm):
    """Minutes, what was said, when again; and for each line of the agenda whether it was talked about."""

    administrative = minutes(_("Administratif"))
    educative = minutes(_("Edukatif"))
    supportive = minutes(_("Suportif"))
    summary = area(
        _("Pokok pembicaraan"),
        rows=4,
        help_text=_("Tanpa nama klien. Yang tentang satu kasus ditulis di bawah kasusnya."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    next_at = moment(_("Sesi berikutnya"), required=False)
    why_no_next = line(_("Bila belum ada tanggalnya, mengapa?"), most=500, required=False)

    def __init__(self, *args, lines=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = [str(one.id) for one in lines]
        self.fields["next_at"].when_chosen = self.fields["why_no_next"].when_chosen = True
        for name in ("administrative", "educative", "supportive"):
            self.fields[name].when_chosen = True
            self.fields[name].widget.attrs.update({"inputmode": "numeric", "min": "0", "max": "480"})
        for one in lines:
            self._add(one)

    def _add(self, one) -> None:
        words = {"name": one.title}
        tick = forms.CheckboxInput(attrs={"form": "notulen", "data-rangkul-accept": True})
        said = forms.Textarea(attrs={"rows": 2, "form": "notulen"})
        self.fields[f"talk_{one.id}"] = forms.BooleanField(
            label=_("Dibahas"), required=False, widget=tick, initial=one.discussed
        )
        self.fields[f"said_{one.id}"] = forms.CharField(
            label=_("Yang dibicarakan tentang %(name)s") % words, required=False, max_length=_SAID, widget=said,
            initial=one.said,
        )  # fmt: skip

    def talked(self) -> dict[str, str]:
        """Line → what was said of it; whoever writes something has talked about it."""
        given = self.cleaned_data
        return {
            one: given.get(f"said_{one}", "")
            for one in self.lines if given.get(f"talk_{one}") or given.get(f"said_{one}", "").strip()
        }  # fmt: skip

    def record(self) -> dict:
        given = self.cleaned_data
        parts = {name: given.get(name) or 0 for name in ("administrative", "educative", "supportive")}
        return {"summary": given["summary"], "next_at": given["next_at"], "why_no_next": given["why_no_next"],
                "revision": given["revision"], **parts}  # fmt: skip


class PointForm(RangkulForm):
    text = area(_("Pokok saya"), rows=2, most=2_000)


class DecisionForm(RangkulForm):
    case = CaseChoice()
    text = area(_("Keputusan"), rows=2, most=2_000)
    rationale = area(_("Alasannya"), rows=2, most=2_000)

    def __init__(self, *args, cases=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["case"].offer(cases)


class TellForm(RangkulForm):
    text = area(
        _("Yang ditulis di linimasa kasus"),
        rows=2,
        most=2_000,
        help_text=_("Tim kasus membaca ini. Alasan dan hal pribadi tetap di sini."),
    )


class FollowUpForm(RangkulForm):
    text = line(_("Apa yang akan dikerjakan"), most=500)
    owner = forms.ChoiceField(label=_("Oleh siapa"))
    due = DayField(label=_("Paling lambat"), initial=days.today)
    case = CaseChoice()

    def __init__(self, *args, session, cases=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.two = {str(one.pk): one for one in (session.worker, session.supervisor)}
        self.fields["owner"].choices = [(pk, one.called_name) for pk, one in self.two.items()]
        self.fields["case"].offer(cases)

    def clean_owner(self):
        return self.two[self.cleaned_data["owner"]]


class EndForm(RangkulForm):
    outcome = line(_("Hasilnya"), most=1_000, required=False)


class PersonalForm(RangkulForm):
    text = area(_("Catatan pribadi"), rows=3, help_text=_("Hanya Anda berdua yang bisa membacanya. Tidak bisa diubah."))


class CorrectionForm(RangkulForm):
    text = area(_("Apa yang benar"), rows=2, most=2_000)
