"""What stands open after its time between two people. The one clock of the house asks for it
(`cases.hooks.late_kinds`), and tells somebody above what it is and whose, never what was said."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from rangkul.base import clock
from rangkul.base.days import end_of
from rangkul.journey.cases.hooks import Matter
from rangkul.sustain.workforce.models import Contract, FollowUp, Session
from rangkul.sustain.workforce.states import ContractState, FollowUpState, MatterKind, SessionState

# How long what is late stays with its owner alone.
GRACE = {
    MatterKind.FOLLOW_UP: timedelta(days=3),
    MatterKind.RECORD: timedelta(days=2),
    MatterKind.RHYTHM: timedelta(days=7),
    MatterKind.UNSIGNED: timedelta(days=7),
}
SIGNED_WITHIN = timedelta(days=7)
# A session that lies this near counts as held in its rhythm.
NEAR = timedelta(days=14)
_HELD = (SessionState.HELD, SessionState.SIGNED, SessionState.LEFT)
# So long after it was drafted, a contract without which somebody has no supervision should be signed.
DRAFTED = timedelta(days=14)


Untold = Callable[..., QuerySet]


def late_follow_ups(now: datetime, untold: Untold) -> Iterator[Matter]:
    rows = FollowUp.objects.filter(state=FollowUpState.OPEN, due__lt=clock.local(now - GRACE["follow_up"]).date())
    for row in untold(rows).select_related("session__agency"):
        due = end_of(row.due, row.session.agency.region_code)
        yield Matter(MatterKind.FOLLOW_UP, None, row.pk, due, row.owner_id)


def unrecorded(now: datetime, untold: Untold) -> Iterator[Matter]:
    """Planned and not written down, or written down and not signed by both."""
    before = now - GRACE[MatterKind.RECORD]
    planned = Session.objects.filter(state=SessionState.PLANNED, at__lt=before)
    held = Session.objects.filter(state=SessionState.HELD, held_at__lt=before - SIGNED_WITHIN)
    for rows in (planned, held):
        for row in untold(rows):
            yield Matter(MatterKind.RECORD, None, row.pk, record_due(row), row.supervisor_id)


def record_due(session: Session) -> datetime:
    return session.at if session.state == SessionState.PLANNED else session.held_at + SIGNED_WITHIN


def rhythm_due(contract: Contract, last_held: datetime | None) -> datetime:
    """By when the next session should have been."""
    began = datetime.combine(contract.valid_from, time(12), clock.WIB) if contract.valid_from else contract.made_at
    return max(last_held or began, began) + timedelta(weeks=contract.every_weeks)


def out_of_rhythm(now: datetime, untold: Untold) -> Iterator[Matter]:
    for contract in untold(_in_force(now)):
        due = rhythm_due(contract, contract.last_held)
        if due + GRACE[MatterKind.RHYTHM] < now:
            yield Matter(MatterKind.RHYTHM, None, contract.pk, due, contract.supervisor_id)


def _in_force(now: datetime) -> QuerySet[Contract]:
    """With the last session of the two, without those who meet soon."""
    of_two = Session.objects.filter(supervisor=OuterRef("supervisor"), worker=OuterRef("worker"))
    last = of_two.filter(state__in=_HELD).order_by("-at").values("held_at")[:1]
    soon = of_two.filter(state=SessionState.PLANNED, at__gte=now, at__lte=now + NEAR)
    return Contract.objects.filter(~Exists(soon), state=ContractState.IN_FORCE).annotate(last_held=Subquery(last))


def unsigned_contracts(now: datetime, untold: Untold) -> Iterator[Matter]:
    for contract in untold(_needed_drafts().filter(made_at__lt=now - DRAFTED - GRACE[MatterKind.UNSIGNED])):
        yield Matter(MatterKind.UNSIGNED, None, contract.pk, contract.made_at + DRAFTED, contract.supervisor_id)


def _needed_drafts() -> QuerySet[Contract]:
    """Whose worker has no supervision as long as it is not signed."""
    others = Contract.objects.filter(worker=OuterRef("worker"), state=ContractState.IN_FORCE)
    both = {"supervisor__is_active": True, "worker__is_active": True}
    return Contract.objects.filter(~Exists(others), state=ContractState.DRAFT, **both)


def is_unsigned(matter: Matter) -> bool:
    return _needed_drafts().filter(pk=matter.id).exists()


def is_open(matter: Matter) -> bool:
    return FollowUp.objects.filter(pk=matter.id, state=FollowUpState.OPEN).exists()


def is_unrecorded(matter: Matter) -> bool:
    row = Session.objects.filter(pk=matter.id, state__in=["planned", "held"]).first()
    return row is not None and record_due(row) == matter.due_at


def is_out_of_rhythm(matter: Matter) -> bool:
    row = _in_force(clock.now()).filter(pk=matter.id).first()
    return row is not None and rhythm_due(row, row.last_held) == matter.due_at
