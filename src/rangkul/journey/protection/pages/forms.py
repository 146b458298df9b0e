"""What protection asks, as little as each step needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import team_of
from rangkul.journey.protection.laws import CHOICES


class ClockForm(RangkulForm):
    law = choice(_("Kewajiban"), CHOICES)
    began_at = moment(_("Dihitung sejak"), initial=local_now, help_text=_("Jam menurut tempat Anda."))
    because = text(_("Apa yang terjadi pada saat itu?"), rows=2, most=1_000)
    owner_id = forms.TypedChoiceField(label=_("Penanggung jawab"), choices=())

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        team = {one.staff_id: one.staff.called_name for one in team_of(case)}
        team.setdefault(case.worker_id, case.worker.called_name)
        self.fields["owner_id"].choices = [(str(pk), name) for pk, name in team.items()]
        self.fields["owner_id"].initial = str(case.worker_id)


class MeetForm(RangkulForm):
    met_at = moment(_("Dipenuhi pada"), initial=local_now)
    how = text(_("Bagaimana, dan kepada siapa?"), rows=2, most=1_000)
    receipt = line(_("Nomor tanda terima"), required=False, most=120)


class StopForm(RangkulForm):
    because = text(
        _("Mengapa tidak berlaku?"),
        rows=2,
        most=1_000,
        help_text=_("Tulis juga nasihat hukum yang diterima, dari siapa."),
    )
