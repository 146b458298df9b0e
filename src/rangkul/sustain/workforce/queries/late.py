"""What stands open after its time, for the clock and for those whom it told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce.models import Contract, FollowUp, Overdue, Session
from rangkul.sustain.workforce.states import ContractState, FollowUpState, MatterKind, SessionState

# How long what is late stays with its owner alone.
GRACE = {
    MatterKind.FOLLOW_UP: timedelta(days=3),
    MatterKind.RECORD: timedelta(days=2),
    MatterKind.RHYTHM: timedelta(days=7),
}
SIGNED_WITHIN = timedelta(days=7)
# A session that lies this near counts as held in its rhythm.
NEAR = timedelta(days=14)
_HELD = (SessionState.HELD, SessionState.SIGNED)


@dataclass(frozen=True)
class Matter:
    """One thing that is late: `id` as in `Overdue.matter`, `owner` who answers for it."""

    kind: str
    contract: Contract
    id: UUID
    due_at: datetime
    owner: Staff


def late_matters(now: datetime, limit: int) -> list[Matter]:
    """What somebody above is to be told now: what became late, then what was told and not acknowledged in time."""
    return list(islice((one for source in (_follow_ups, _records, _rhythms, _told) for one in source(now)), limit))


def _untold(rows: QuerySet) -> QuerySet:
    return rows.filter(~Exists(Overdue.objects.filter(matter=OuterRef("pk"), settled_at=None)))


def _end_of(day, region_code: str) -> datetime:
    return datetime.combine(day, time(23, 59), clock.zone(region_code))


def _follow_ups(now: datetime) -> Iterator[Matter]:
    rows = FollowUp.objects.filter(state=FollowUpState.OPEN, due__lt=clock.local(now - GRACE["follow_up"]).date())
    for row in _untold(rows).select_related("session__contract__agency", "owner__unit"):
        contract = row.session.contract
        yield Matter(MatterKind.FOLLOW_UP, contract, row.pk, _end_of(row.due, contract.agency.region_code), row.owner)


def _records(now: datetime) -> Iterator[Matter]:
    """Planned and not written down, or written down and not signed by both."""
    before = now - GRACE[MatterKind.RECORD]
    planned = Session.objects.filter(state=SessionState.PLANNED, at__lt=before)
    held = Session.objects.filter(state=SessionState.HELD, held_at__lt=before - SIGNED_WITHIN)
    for rows in (planned, held):
        for row in _untold(rows).select_related("contract__agency", "supervisor__unit"):
            yield Matter(MatterKind.RECORD, row.contract, row.pk, record_due(row), row.supervisor)


def record_due(session: Session) -> datetime:
    return session.at if session.state == SessionState.PLANNED else session.held_at + SIGNED_WITHIN


def rhythm_due(contract: Contract, last_held: datetime | None) -> datetime:
    """By when the next session should have been."""
    began = datetime.combine(contract.valid_from, time(12), clock.WIB) if contract.valid_from else contract.made_at
    return max(last_held or began, began) + timedelta(weeks=contract.every_weeks)


def _rhythms(now: datetime) -> Iterator[Matter]:
    for contract in _untold(_in_force(now)):
        due = rhythm_due(contract, contract.last_held)
        if due + GRACE[MatterKind.RHYTHM] < now:
            yield Matter(MatterKind.RHYTHM, contract, contract.pk, due, contract.supervisor)


def _in_force(now: datetime) -> QuerySet[Contract]:
    """With the last session of the two, without those who meet soon."""
    of_two = Session.objects.filter(supervisor=OuterRef("supervisor"), worker=OuterRef("worker"))
    last = of_two.filter(state__in=_HELD).order_by("-at").values("held_at")[:1]
    soon = of_two.filter(state=SessionState.PLANNED, at__gte=now, at__lte=now + NEAR)
    rows = Contract.objects.filter(~Exists(soon), state=ContractState.IN_FORCE).annotate(last_held=Subquery(last))
    return rows.select_related("agency", "supervisor__unit")


def _told(now: datetime) -> Iterator[Matter]:
    rows = Overdue.objects.filter(next_at__lte=now).select_related("contract__agency", "owner__unit")
    for row in rows.order_by("next_at"):
        yield Matter(row.kind, row.contract, row.matter, row.due_at, row.owner)


def stands_open(matter: Matter, now: datetime) -> bool:
    """Whether what was late is late still."""
    if matter.kind == MatterKind.FOLLOW_UP:
        return FollowUp.objects.filter(pk=matter.id, state=FollowUpState.OPEN).exists()
    if matter.kind == MatterKind.RECORD:
        row = Session.objects.filter(pk=matter.id, state__in=["planned", "held"]).first()
        return row is not None and record_due(row) == matter.due_at
    row = _in_force(now).filter(pk=matter.id).first()
    return row is not None and rhythm_due(row, row.last_held) == matter.due_at


def told_to(asker: Asker, limit: int = 20) -> list[Overdue]:
    """What came up to the asker and waits for them to say that they take care of it."""
    rows = Overdue.objects.filter(told_id=asker.staff_id, acknowledged_at=None, settled_at=None)
    return list(rows.select_related("owner").order_by("due_at")[:limit])
