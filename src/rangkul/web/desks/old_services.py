"""Entries of the list of services that nobody made sure of in time. The list itself knows no clock of cases, so it is
told here: one matter for each keeper, who has a month for it, then somebody above learns of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.apps import apps
from django.db.models import Exists, Min, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.journey.cases.hooks import LateKind, Matter, late_kinds
from rangkul.web.desks.today import ABOVE

KIND = "service"
GRACE = timedelta(days=30)


def register() -> None:
    if apps.is_installed("rangkul.commons.directory"):
        late_kinds[KIND] = LateKind(
            _("Keterangan layanan belum dipastikan"), _("Lihat keterangan yang dijaga"), "desks:old_services",
            find=find, stands=stands,
        )  # fmt: skip


def waiting_for(asker: Asker) -> dict[str, int]:
    """How many entries the asker has to look at, and whether there are `more` than were counted; empty for none."""
    if not apps.is_installed("rangkul.commons.directory") or asker.staff_id is None:
        return {}
    from rangkul.commons.directory import queries

    # What nobody keeps is given to somebody by whoever answers for a team.
    agency_id = asker.agency_id if asker.has(*ABOVE) else None
    n = queries.number_to_look_at(staff_id=asker.staff_id, agency_id=agency_id, today=days.today())
    return {"n": min(n, queries.MOST_TOLD - 1), "more": n >= queries.MOST_TOLD} if n else {}


def _late(now: datetime) -> QuerySet:
    from rangkul.commons.directory import queries

    return queries.old(clock.local(now - GRACE).date()).filter(keeper__isnull=False)


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    from rangkul.commons.people.models import Staff

    keepers = Staff.objects.filter(Exists(_late(now).filter(keeper=OuterRef("pk"))), is_active=True)
    for keeper in untold(keepers):
        first = _late(now).filter(keeper=keeper).aggregate(first=Min("assured_date"))["first"]
        day = first + timedelta(days=183) + GRACE if first else clock.local(now - GRACE).date()
        due = datetime.combine(day, time(12), clock.zone(keeper.agency.region_code))
        yield Matter(KIND, None, keeper.pk, due, keeper.pk)


def stands(matter: Matter) -> bool:
    return _late(clock.now()).filter(keeper_id=matter.id).exists()
