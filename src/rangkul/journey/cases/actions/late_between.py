"""What is late between two people and belongs to no case climbs by the same clock and the same rule as a case's. Who is
told learns what it is and whose, and nothing of what it says."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.actions import Late, again_at, next_told
from rangkul.journey.cases import hooks, policy
from rangkul.journey.cases.actions.climbing import Climb, of_matters
from rangkul.journey.cases.actions.late import matter_of
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import stands_open

_JOB = job("cases.clock")


def _about(row: Escalation | None, owner: Staff, matter_id: UUID, *, silent: bool = False, **payload) -> Done:
    where = {"agency_id": owner.agency_id, "unit_id": owner.unit_id}
    return Done(row, subject=("matter", matter_id), payload=payload, silent=silent, **where)


@action("matter.escalated", may=policy.is_clock)
def escalate_between(*, by: Asker, matter: Matter) -> Done:
    """Tell the next person above the owner. Does nothing where it is not time, and settles what was mended."""
    owner, at = Staff.objects.select_related("unit", "agency").get(pk=matter.owner_id), now()
    climb = Climb.of(matter)
    if climb.rests(at):
        return _about(climb.last, owner, matter.id, silent=True)
    if not stands_open(matter):
        _settle([climb.last] if climb.last else [], at)
        return _about(climb.last, owner, matter.id, silent=True)
    told = next_told(_late(owner, climb), at)
    row = climb.keep(told, at)
    return _about(row, owner, matter.id, to=str(told.to), kind=matter.kind, step=row.step, reason=told.reason.code)


def _late(owner: Staff, climb: Climb) -> Late:
    steps = len(climb.standing)
    return Late(
        level=hooks.late_kinds[climb.matter.kind].level,
        due_at=climb.matter.due_at,
        region_code=owner.agency.region_code,
        owner=owner,
        unit=owner.unit,
        steps=steps,
        told=steps,
        told_at=climb.told_at,
    )


@action("matter.acknowledged", may=policy.was_told)
def acknowledge_between(*, by: Asker, escalation: Escalation) -> Done:
    """ "I take care of this": it stops climbing. What is not mended in time climbs on."""
    owner, at = Staff.objects.select_related("agency").get(pk=escalation.owner_id), now()
    standing = Escalation.objects.filter(pk=escalation.pk, acknowledged_at=None, settled_at=None)
    first = standing.update(acknowledged_at=at, acknowledged_by_id=by.staff_id)
    if first:
        later = again_at(hooks.late_kinds[escalation.kind].level, at, owner.agency.region_code)
        Escalation.objects.filter(pk=escalation.pk, next_at__isnull=False).update(next_at=later)
    return _about(escalation, owner, escalation.matter, silent=not first, kind=escalation.kind)


def settle_between(owners: Collection[UUID] = (), *, matters: Collection[UUID] = ()) -> None:
    """Whatever of these people, and of these matters, was mended stops climbing in the same transaction."""
    with acting(_JOB):
        these = Q(owner_id__in=list(owners)) | Q(matter__in=list(matters))
        standing = Escalation.objects.filter(these, case=None, settled_at=None)
        _settle([row for row in standing if not stands_open(matter_of(row))], now())


def _settle(rows: list[Escalation], at: datetime) -> None:
    if rows:
        Escalation.objects.filter(of_matters(rows), settled_at=None).update(settled_at=at, next_at=None)
