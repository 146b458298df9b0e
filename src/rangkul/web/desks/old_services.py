"""Entries of the list of services that nobody made sure of in time, and suggestions that nobody looked at. The list
itself knows no clock of cases, so it is told here: one matter for each keeper, who has a month, and each suggestion;
then somebody above learns of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.apps import apps
from django.db.models import Exists, Min, OuterRef, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, days, events
from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between
from rangkul.web.desks.today import ABOVE

KIND = "service"
SAID = "suggestion"
GRACE = timedelta(days=30)


def register() -> None:
    if apps.is_installed("rangkul.commons.directory"):
        shows = between.Shown(_unsure)
        between.register(KIND, _("Keterangan layanan belum dipastikan"), shows, find=find, stands=stands)
        label = _("Usul perbaikan layanan belum diperiksa")
        between.register(SAID, label, between.Shown(_said), find=find_said, stands=stands_said)


def _unsure(row: Escalation) -> Iterator[between.Line]:
    from rangkul.commons.directory import queries

    for service in queries.due_for(row.matter, days.today())[:30]:
        since = date_format(service.assured_date, "j F Y") if service.assured_date else ""
        words = gettext("sejak %(day)s") % {"day": since} if since else gettext("belum pernah dipastikan")
        url = reverse("directory:show", args=[service.pk])
        yield between.Line(f"{service.name}, {service.organization.name}, {words}", url)


def _said(row: Escalation) -> Iterator[between.Line]:
    from rangkul.commons.directory import queries

    for one in queries.overdue(days.today()).filter(pk=row.matter).select_related("service__organization"):
        url = reverse("directory:decide", args=[one.pk])
        yield between.Line(f"{one.get_topic_display()}: {one.service.name}, {one.service.organization.name}", url)


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


def find_said(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    """A suggestion has its day; from then on it climbs above its editor."""
    from rangkul.commons.directory import queries

    for row in untold(queries.overdue(clock.local(now).date())).select_related("editor__agency"):
        due = datetime.combine(row.due_on, time(23, 59), clock.zone(row.editor.agency.region_code))
        yield Matter(SAID, None, row.pk, due, row.editor_id)


def stands_said(matter: Matter) -> bool:
    from rangkul.commons.directory import queries

    return queries.overdue(days.today()).filter(pk=matter.id).exists()


@events.after("service.suggestion_taken", "service.suggestion_refused")
def settle_said(event: Event) -> None:
    """Whoever decides it, it climbs no further."""
    from rangkul.commons.directory.models import Suggestion

    owners = Suggestion.objects.filter(service_id=event.subject_id, editor__isnull=False)
    settle_between(set(owners.values_list("editor_id", flat=True)))
