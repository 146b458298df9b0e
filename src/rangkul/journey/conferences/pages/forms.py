"""What a conference asks for."""

from collections.abc import Iterable
from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.people.models import Staff
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Decision, Invitation
from rangkul.journey.conferences.states import DecisionOwner, Ground, Kind

CLIENT = "client"


def _next_week():
    return local_now() + timedelta(days=7)


class CallForm(RangkulForm):
    """`kind`: a meeting about a child asks for the child's voice first, and proposes what it goes through."""

    voice = text(
        _("Suara dan keinginan anak"),
        rows=3,
        most=2_000,
        help_text=_("Dengan kata-katanya, hanya yang ia mau disampaikan. Bila belum ditanyakan, tulis mengapa."),
    )
    at = moment(_("Kapan"), initial=_next_week)
    place = line(_("Di mana, atau lewat apa"))
    question = text(_("Apa yang perlu diputuskan bersama"), rows=2, most=1_000)
    brief = text(
        _("Yang perlu diketahui peserta"),
        rows=4,
        most=4_000,
        help_text=_("Hanya ini yang mereka baca dari kasus ini. Tulis secukupnya, tanpa nama bila bisa."),
    )
    agenda = text(_("Acara"), rows=3, most=2_000, required=False, help_text=_("Satu pokok tiap baris."))

    despite = text(
        _("Mengapa keluarga tetap bertemu, dan bagaimana semua tetap aman"),
        rows=2,
        most=300,
        help_text=_("Supervisor atau pimpinan diberi tahu hari ini juga."),
    )

    def __init__(self, *args, kind: str = Kind.CASE, violence: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not violence:
            del self.fields["despite"]
        if kind == Kind.CASE:
            del self.fields["voice"]
            return
        meeting, fields = MEETINGS[kind], self.fields
        fields["question"].label = meeting.asks
        fields["agenda"].initial, fields["agenda"].widget.attrs["rows"] = meeting.agenda, 6
        fields["brief"].help_text = _("Hanya ini yang mereka baca dari kasus ini. Tanpa menyebut anak lain.")


class ColleagueForm(RangkulForm):
    staff = choice(_("Rekan"), [], empty=_("Pilih petugas"), widget=LongSelect)

    def __init__(self, *args, colleagues: Iterable[Staff] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.pk): one for one in colleagues}
        words = [(pk, one.full_name) for pk, one in self.colleagues.items()]
        self.fields["staff"].choices = [("", _("Pilih petugas")), *words]

    def clean(self):
        words = super().clean()
        words["staff"] = self.colleagues.get(words.get("staff"))
        return words


class GuestForm(RangkulForm):
    name = line(_("Nama tamu"), most=120)
    profession = line(_("Profesi dan lembaga"), most=160)
    ground = choice(_("Mengapa ia boleh tahu"), Ground.choices, initial=Ground.CONSENT, widget=forms.RadioSelect)
    ground_words = line(
        _("Keterangan"),
        most=300,
        required=False,
        help_text=_("Wajib bila bukan persetujuan klien: dasar atau bahayanya."),
    )
    last_day = DayField(
        label=_("Pintunya tertutup sesudah"),
        required=False,
        help_text=_("Kosongkan untuk satu minggu sesudah pembahasan."),
    )


class DecisionForm(RangkulForm):
    text = line(_("Apa yang diputuskan"), most=500)
    owner = choice(_("Siapa yang melakukan"), [])
    due = DayField(label=_("Paling lambat"), initial=days.today)
    reason = line(_("Mengapa"), most=500, required=False)

    def __init__(self, *args, team=(), guests=(), me=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.staff_id): one.staff for one in team}
        self.guests: dict[str, Invitation] = {f"guest-{one.pk}": one for one in guests}
        words = [(pk, staff.called_name) for pk, staff in self.staff.items()]
        words.append((CLIENT, _("Klien sendiri")))
        self.fields["owner"].choices = [*words, *((key, one.guest_name) for key, one in self.guests.items())]
        self.fields["owner"].initial = str(me) if str(me) in self.staff else None

    def clean(self):
        words = super().clean()
        picked = words.pop("owner", None)
        words["owner"], words["guest"] = self.staff.get(picked), self.guests.get(picked)
        kinds = ((words["owner"], DecisionOwner.STAFF), (words["guest"], DecisionOwner.GUEST))
        words["owner_kind"] = next((kind for one, kind in kinds if one), DecisionOwner.CLIENT)
        return words


class DissentForm(RangkulForm):
    words = text(_("Pendapat Anda"), rows=2, most=2_000)
    decision = choice(_("Tentang keputusan"), [], empty=_("Pembahasan ini seluruhnya"), required=False)

    def __init__(self, *args, decisions: list[Decision] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = {str(one.pk): one for one in decisions}
        self.fields["decision"].choices = [
            ("", _("Pembahasan ini seluruhnya")),
            *((pk, one.text[:80]) for pk, one in self.decisions.items()),
        ]

    def clean(self):
        words = super().clean()
        words["decision"] = self.decisions.get(words.get("decision"))
        return words


class HoldForm(RangkulForm):
    minutes = text(_("Notulen"), rows=6)
    came = forms.MultipleChoiceField(label=_("Siapa yang hadir"), required=False, widget=forms.CheckboxSelectMultiple)
    shares_minutes = forms.BooleanField(
        label=_("Tamu boleh membaca notulen"),
        required=False,
        help_text=_("Keputusan mereka baca dalam hal apa pun, sampai pintunya tertutup."),
    )

    next_on = DayField(
        label=_("Bertemu lagi pada"), required=False, help_text=_("Kosongkan bila tidak ada pertemuan berikutnya.")
    )

    def __init__(self, *args, seats=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = {str(one.pk): one.pk for one in seats}
        self.fields["came"].choices = [(str(one.pk), one.name) for one in seats]

    def clean(self):
        words = super().clean()
        words["came"] = [self.seats[one] for one in words.get("came", ())]
        return words


class CancelForm(RangkulForm):
    because = line(_("Mengapa dibatalkan"), most=500)


class PinForm(RangkulForm):
    pin = forms.CharField(
        label=_("PIN"),
        help_text=_("Enam angka, dari orang yang mengundang Anda."),
        max_length=20,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
