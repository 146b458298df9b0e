"""A doubt whether two registrations are one person that nobody answered in time (A83). Who is told learns that there is
one and whose it is; who the two are reads only whoever may see both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, events
from rangkul.base.models import Event
from rangkul.commons.people import queries
from rangkul.commons.people.models import Doubt
from rangkul.commons.people.queries.doubts import pair
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between

KIND = "same_person"


def register() -> None:
    label = _("Keraguan apakah dua pendaftaran satu orang belum dijawab")
    between.register(KIND, label, between.Shown(_which), find=find, stands=stands)


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for row in untold(queries.late_doubts(now), "due_at"):
        yield Matter(KIND, None, row.pk, row.due_at, row.owner_id)


def stands(matter: Matter) -> bool:
    return queries.is_late_doubt(matter.id, matter.due_at)


def _which(row: Escalation) -> Iterator[between.Line]:
    for doubt in Doubt.objects.filter(pk=row.matter, answered_at=None).select_related("one", "other"):
        told = {"one": doubt.one.full_name, "other": doubt.other.full_name}
        words = gettext("%(one)s dan %(other)s") % told
        yield between.Line(words, reverse("people:decide", args=[doubt.one_id, doubt.other_id]))
        return
    day = date_format(clock.local(row.due_at), "j F Y")
    yield between.Line(gettext("Harus dijawab %(day)s. Anda tidak melihat kedua orangnya; tanyakan kepada petugasnya.")
                       % {"day": day})  # fmt: skip


@events.after("doubt.answered", "doubt.put_off", "person.merged")
def settle(event: Event) -> None:
    """Answered, it climbs no further; put off, it has another day."""
    if event.name == "person.merged":
        both = pair(UUID(event.payload["kept"]), UUID(event.payload["absorbed"]))
        rows = Doubt.objects.filter(one=both[0], other=both[1])
        settle_between(set(rows.values_list("owner_id", flat=True)))
    else:
        settle_between({UUID(event.payload["owner"])})
