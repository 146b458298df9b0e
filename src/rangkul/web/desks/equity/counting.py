"""Which countings are due, and writing them down."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from rangkul.base import clock
from rangkul.commons.people.models import Agency
from rangkul.web.desks.equity.facts import facts
from rangkul.web.desks.equity.quarters import Counting, countings
from rangkul.web.desks.equity.weighing import kept
from rangkul.web.desks.models import EquityCount


def count_what_is_due(now: datetime) -> None:
    for one in countings(now):
        if waiting := _without(one):
            _count(one, waiting, now)


def _without(one: Counting) -> set[UUID]:
    """Agencies that this counting has not reached yet."""
    done = EquityCount.objects.filter(quarter=str(one.quarter), dimension="", became="")
    return set(Agency.objects.values_list("pk", flat=True)) - set(done.values_list("agency_id", flat=True))


def _count(one: Counting, agencies: set[UUID], now: datetime) -> None:
    found = facts(one.since, one.until, now)
    until = clock.local(one.until).date()
    rows = [
        EquityCount(
            agency_id=agency_id, quarter=str(one.quarter), until=until, counted_at=now, dimension=row.dimension,
            name=row.name, became=row.became, n=row.n, first_hours=row.first_hours, decided_hours=row.decided_hours,
        )
        for agency_id in sorted(agencies)
        for row in kept(found.get(agency_id, {}))
    ]  # fmt: skip
    EquityCount.objects.bulk_create(rows, batch_size=500)
