"""What stands open after its time goes to a named person above, and on upward until one takes care of it (A83). They
learn that, and nothing of what the two said."""

from datetime import datetime

from rangkul.base import events
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.entry.intake.actions import Late, NextTold, again_at, next_told
from rangkul.entry.intake.states import Level
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.models import Contract, Overdue, Session
from rangkul.sustain.workforce.queries.late import Matter, stands_open

CLOCK = job("workforce.clock")
_MENDING = (
    "supervision.follow_up_finished",
    "supervision.follow_up_dropped",
    "supervision.session_recorded",
    "supervision.session_moved",
    "supervision.session_cancelled",
    "supervision.session_planned",
    "supervision.signed",
    "supervision.contract_ended",
    "supervision.contract_signed",
)


@action("supervision.escalated", may=policy.is_clock)
def escalate(*, by: Asker, matter: Matter) -> Done:
    """Tell the next person and set when the one after is told. Does nothing where it is not time."""
    at = now()
    every = list(Overdue.objects.filter(matter=matter.id, due_at=matter.due_at).order_by("step"))
    # What was mended and came undone climbs from the beginning.
    steps = [row for row in every if row.settled_at is None]
    last = steps[-1] if steps else None
    if last is not None and (last.next_at is None or last.next_at > at):
        return _silent(last)
    if not stands_open(matter, at):
        if last is not None:
            _settle([last], at)
        return _silent(last or matter.contract)
    row = _keep(matter, next_told(_late(matter, steps), at), at, len(every) + 1)
    if last is not None:
        last.next_at = None
        last.save(update_fields=["next_at"])
    return Done(
        row,
        subject=("supervision_contract", matter.contract.pk),
        payload={"to": str(row.told_id), "kind": matter.kind, "step": row.step},
        agency_id=matter.contract.agency_id,
    )


def _silent(row) -> Done:
    return Done(row, silent=True)


def _late(matter: Matter, steps: list[Overdue]) -> Late:
    return Late(
        level=Level.KUNING,
        due_at=matter.due_at,
        region_code=matter.contract.agency.region_code,
        owner=matter.owner,
        unit=matter.owner.unit,
        steps=len(steps),
        told=len(steps),
        told_at=steps[-1].told_at if steps else None,
    )


def _keep(matter: Matter, told: NextTold, at: datetime, step: int) -> Overdue:
    return Overdue.objects.create(
        contract=matter.contract,
        kind=matter.kind,
        matter=matter.id,
        due_at=matter.due_at,
        owner=matter.owner,
        step=step,
        told_id=told.to,
        told_at=at,
        next_at=told.next_at,
        decided=told.ruled.to_json() if told.ruled else None,
    )


@action("supervision.acknowledged", may=policy.may_acknowledge)
def acknowledge(*, by: Asker, overdue: Overdue) -> Done:
    """ "I take care of this": it stops climbing. What is not mended in time climbs on."""
    at = now()
    standing = Overdue.objects.filter(pk=overdue.pk, acknowledged_at=None, settled_at=None)
    first = standing.update(acknowledged_at=at, acknowledged_by_id=by.staff_id)
    if first:
        Overdue.objects.filter(pk=overdue.pk, next_at__isnull=False).update(
            next_at=again_at(Level.KUNING, at, overdue.owner.agency.region_code)
        )
    subject = ("supervision_contract", overdue.contract_id)
    return Done(overdue, subject=subject, payload={"kind": overdue.kind}, silent=not first)


@events.after(*_MENDING)
def settle(event: Event) -> None:
    """Whatever was mended between these two stops climbing in the same transaction."""
    with acting(CLOCK):
        model = Session if event.subject_kind == "supervision" else Contract
        both = model.objects.only("supervisor_id", "worker_id").get(pk=event.subject_id)
        standing = Overdue.objects.filter(
            contract__supervisor=both.supervisor_id, contract__worker=both.worker_id, settled_at=None
        )
        at = now()
        mended = [row for row in standing.select_related("contract__agency", "owner__unit") if not _stands(row, at)]
        if mended:
            _settle(mended, at)


def _stands(row: Overdue, at: datetime) -> bool:
    return stands_open(Matter(row.kind, row.contract, row.matter, row.due_at, row.owner), at)


def _settle(rows: list[Overdue], at: datetime) -> None:
    """Close these climbs in all their steps."""
    Overdue.objects.filter(matter__in={row.matter for row in rows}, settled_at=None).update(settled_at=at, next_at=None)
