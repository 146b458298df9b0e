"""Tasks, meetings, files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.files.sniff import LARGEST
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, moment
from rangkul.base.forms.widgets import attached
from rangkul.journey.cases.states import APPOINTMENT, Channel, DocumentKind, TaskKind

CLIENT = "client"


class TaskForm(RangkulForm):
    title = line(_("Apa yang akan dikerjakan"))
    owner = choice(_("Oleh siapa"), [])
    due = DayField(label=_("Paling lambat"), initial=days.today)
    kind = choice(
        _("Jenis"),
        [(TaskKind.TASK, TaskKind.TASK.label), (TaskKind.DUTY, TaskKind.DUTY.label)],
        initial=TaskKind.TASK,
        required=False,
        help_text=_("Kewajiban menahan pengakhiran kasus sampai dijawab."),
    )

    shown = forms.BooleanField(
        label=_("Klien membacanya lewat tiket"), required=False,
        help_text=_("Kosongkan bila berbahaya dibaca orang di dekat klien. Tugas klien sendiri selalu terbaca."),
    )  # fmt: skip

    def __init__(self, *args, members=(), me=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.staff_id): one.staff for one in members}
        words = [(pk, staff.called_name) for pk, staff in self.staff.items()]
        self.fields["owner"].choices = [*words, (CLIENT, _("Klien sendiri"))]
        self.fields["owner"].initial = str(me) if str(me) in self.staff else None

    def clean(self):
        words = super().clean()
        words["owner"] = self.staff.get(words.get("owner"))
        words["kind"] = words.get("kind") or TaskKind.TASK
        return words


class EndTaskForm(RangkulForm):
    outcome = line(_("Hasilnya"), most=1_000, required=False)


class AppointmentForm(RangkulForm):
    at = moment(_("Kapan"))
    channel = choice(_("Bagaimana"), Channel.choices, initial=Channel.OFFICE)
    place = line(_("Di mana"), required=False, help_text=_("Klien membaca tempat ini lewat tiketnya."))
    about_what = line(_("Tentang apa"), required=False)


class SettleForm(RangkulForm):
    verb = choice(_("Bagaimana jadinya"), [(verb, verb) for verb in APPOINTMENT.steps], widget=forms.HiddenInput)


class DocumentForm(RangkulForm):
    file = forms.FileField(
        label=_("Berkas"), help_text=_("PDF, foto, dokumen, atau teks; paling besar 15 MB."), widget=attached(LARGEST)
    )
    name = line(_("Nama"), most=120, required=False, help_text=_("Kosongkan untuk memakai nama berkasnya."))
    kind = choice(
        _("Jenis"),
        [one for one in DocumentKind.choices if one[0] not in (DocumentKind.SIGNATURE, DocumentKind.THUMBPRINT)],
        initial=DocumentKind.OTHER,
    )
