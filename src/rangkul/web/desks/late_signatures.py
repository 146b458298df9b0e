"""Who has not signed the agency's rules on technology by their day (A65): before it they are reminded themselves; from
then on somebody above learns of it. The rules know no clock of cases, so it is told here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, events
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import practising
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between

KIND = "practice"


def register() -> None:
    label = _("Pedoman teknologi belum ditandatangani")
    between.register(KIND, label, between.Shown(_who), find=find, stands=stands)


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for staff in untold(practising.late(now)):
        yield Matter(KIND, None, staff.pk, practising.due_of(staff), staff.pk)


def stands(matter: Matter) -> bool:
    return practising.late(clock.now()).filter(pk=matter.id).exists()


def _who(row: Escalation) -> Iterator[between.Line]:
    for staff in Staff.objects.filter(pk=row.matter):
        told = {"who": staff.full_name, "day": date_format(clock.local(row.due_at), "j F Y")}
        yield between.Line(gettext("%(who)s, paling lambat %(day)s") % told, reverse("trust:practice_signers"))


@events.after("practice.signed")
def settle(event: Event) -> None:
    """Signed late is signed: it climbs no further."""
    settle_between({event.by_id})
