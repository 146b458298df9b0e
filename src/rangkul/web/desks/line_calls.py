"""Test calls of the help lines that were not made by their day: one matter an agency, whose caller answers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.entry.crisis import queries
from rangkul.entry.crisis.queries import calling
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between

KIND = "line_calls"


def register() -> None:
    shows = between.Shown(lines_of, "lines:keep")
    between.register(KIND, _("Telepon uji nomor bantuan belum selesai"), shows, find=find, stands=stands)


def waiting_for(asker: Asker) -> dict:
    """For the first page of whoever calls, from three days before the day on; empty for none."""
    calls = queries.calls_for(asker)
    return {"n": calls.open, "due": calls.due} if calls and calls.remind(days.today()) else {}


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    for agency in untold(calling.late(now)):
        # Also where they left since: whoever stands above them names somebody else.
        if (keeper := calling.keeper_of(agency.pk)) is not None:
            yield Matter(KIND, None, agency.pk, calling.due_at(agency, now), keeper.staff_id)


def stands(matter: Matter) -> bool:
    return calling.stands(matter.due_at)


def lines_of(row: Escalation) -> Iterator[between.Line]:
    first = clock.local(row.due_at).date().replace(day=1)
    yield from (between.Line(str(line)) for line in calling.waiting_since(first)[:30])
