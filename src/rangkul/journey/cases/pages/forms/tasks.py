"""Tasks, meetings, files."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.files.sniff import LARGEST
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, moment
from rangkul.base.forms.widgets import attached
from rangkul.journey.cases.states import APPOINTMENT, Channel, DocumentKind, TaskKind

CLIENT = "client"


class PromiseForm(RangkulForm):
    """What somebody will do by a day: the client, a worker, or somebody on the map of stakeholders, whom a worker
    follows. `members` and `partners` are rows of the case."""

    title = line(_("Apa yang akan dikerjakan"))
    owner = choice(_("Oleh siapa"), [])
    watcher = choice(
        _("Siapa yang mengikuti"),
        [],
        required=False,
        help_text=_("Bila pihak lain yang mengerjakan: petugas ini menanyakan kabarnya dan menjaga tanggalnya."),
    )
    due = DayField(label=_("Paling lambat"), initial=days.today)
    shown = forms.BooleanField(
        label=_("Klien membacanya lewat tiket"), required=False,
        help_text=_("Kosongkan bila berbahaya dibaca orang di dekat klien. Tugas klien sendiri selalu terbaca."),
    )  # fmt: skip

    def __init__(self, *args, members=(), partners=(), me=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = {str(one.staff_id): one.staff for one in members}
        self.partners = {str(one.pk): one for one in partners}
        staff = [(pk, one.called_name) for pk, one in self.staff.items()]
        others = [(gettext("Pihak yang ikut"), [(pk, str(one)) for pk, one in self.partners.items()])]
        # The client stands first: what people can do themselves is not done for them (A40).
        self.fields["owner"].choices = [
            (CLIENT, _("Klien sendiri")), (gettext("Tim"), staff), *(others if self.partners else [])
        ]  # fmt: skip
        self.fields["owner"].initial = self.fields["watcher"].initial = str(me) if str(me) in self.staff else None
        self.fields["watcher"].choices = staff
        if not self.partners:
            del self.fields["watcher"]

    def clean(self):
        words = super().clean()
        chosen, watcher = words.get("owner", ""), words.pop("watcher", "")
        words["partner"] = self.partners.get(chosen)
        words["owner"] = self.staff.get(watcher if words["partner"] else chosen)
        return words


class TaskForm(PromiseForm):
    kind = choice(
        _("Jenis"),
        [(TaskKind.TASK, TaskKind.TASK.label), (TaskKind.DUTY, TaskKind.DUTY.label)],
        initial=TaskKind.TASK,
        required=False,
        help_text=_("Kewajiban menahan pengakhiran kasus sampai dijawab."),
    )

    def clean(self):
        words = super().clean()
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
