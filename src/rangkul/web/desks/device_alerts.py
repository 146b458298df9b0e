"""A device called and nobody went to look in time: it climbs at the pace of red."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.entry.crisis.models import Alert
from rangkul.entry.crisis.queries import alerts
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between

KIND = "device"


def register() -> None:
    label = _("Alat memanggil, belum ada yang melihat")
    between.register(KIND, label, between.Shown(what), find=find, stands=stands, level=Level.MERAH)


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for alert in untold(alerts.late(now)):
        yield Matter(KIND, None, alert.pk, alert.due_at, alert.owner_id)


def stands(matter: Matter) -> bool:
    return Alert.objects.filter(pk=matter.id, taken_at=None, settled_at=None).exists()


def what(row: Escalation) -> Iterator[between.Line]:
    for alert in Alert.objects.filter(pk=row.matter).select_related("input"):
        url = reverse("danger:alert", args=[alert.pk])
        yield between.Line(f"{alert.input.name}, {alert.input.place}", url)
