"""What protection asks, as little as each step needs."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, local_now, moment, text
from rangkul.journey.protection.laws import CHOICES, LAWS, Law
from rangkul.journey.protection.models import Folder
from rangkul.journey.protection.queries import asked_at


class ClockForm(RangkulForm):
    law = choice(_("Kewajiban"), CHOICES)
    began_at = moment(_("Dihitung sejak"), help_text=_("Jam menurut tempat Anda."))
    because = text(_("Apa yang terjadi pada saat itu?"), rows=2, most=1_000)
    owner_id = forms.TypedChoiceField(label=_("Penanggung jawab"), choices=())

    def __init__(self, *args, folder: Folder, owners: Mapping[UUID, str], **kwargs):
        super().__init__(*args, **kwargs)
        self._ask_since(LAWS.get(self.initial.get("law", "")), asked_at(folder))
        self.fields["owner_id"].choices = [(str(pk), name) for pk, name in owners.items()]
        self.fields["owner_id"].initial = str(next(iter(owners)))

    def _ask_since(self, law: Law | None, asked: datetime | None) -> None:
        """Never by itself "now" where the law counts from the report: whoever has not chosen the duty yet says it."""
        field = self.fields["began_at"]
        if asked is None or (law is not None and not law.from_request):
            field.initial = local_now
            return
        if law is not None:
            field.initial = asked.replace(second=0, microsecond=0)
        field.help_text = _(
            "Jam menurut tempat Anda. Laporan kekerasan seksual ke polisi dihitung sejak korban melapor kepada kami:"
            " permintaannya masuk %(when)s. Ubah bila korban melapor pada jam lain."
        ) % {"when": date_format(localtime(asked), "j F Y H.i")}


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
