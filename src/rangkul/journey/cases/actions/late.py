"""What stands open after its time goes to a named person above, and on upward until one takes care of it (A83)."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake.actions import Late, NextTold, again_at, next_told
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import hooks, policy
from rangkul.journey.cases.actions.climbing import Climb, of_matters
from rangkul.journey.cases.actions.rows import about, lock
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case, Escalation
from rangkul.journey.cases.queries.late import stands_open
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.states import MatterKind

_JOB = job("cases.clock")
# Ends what was late, or the case in which it was.
_MENDING = (
    "contract.agreed",
    "task.finished",
    "task.dropped",
    "appointment.settled",
    "signature.signed",
    "signature.sent_back",
    "case.terminated",
)


@action("case.escalated", may=policy.is_clock)
def escalate(*, by: Asker, case: Case, matter: Matter) -> Done:
    """Tell the next person and set when the one after is told. Does nothing where it is not time, and settles what
    was mended meanwhile."""
    case, at = lock(case), now()
    climb = Climb.of(matter)
    if climb.rests(at):
        return about(case, climb.last, silent=True)
    if not stands_open(matter):
        if climb.last is not None:
            _settle(case, [climb.last], at)
        return about(case, climb.last or case, silent=True)
    told = next_told(_late(case, climb), at)
    row = climb.keep(told, at, case)
    if told.ruled is not None:
        _let_in(by, case, told)
    return about(case, row, to=told.to, kind=matter.kind, step=row.step, reason=told.reason.code)


def _late(case: Case, climb: Climb) -> Late:
    steps = len(climb.standing)
    return Late(
        level=_pace(case, climb.matter),
        due_at=climb.matter.due_at,
        region_code=case.region_code,
        owner=case.worker,
        unit=case.unit,
        never=frozenset({case.against_id} - {None}) | tied_to(case),
        steps=steps,
        told=steps,
        told_at=climb.told_at,
    )


def _pace(case: Case, matter: Matter) -> str:
    """Of our own only a red signature climbs at the pace of red: the rest was promised for a day, not for an hour."""
    if matter.kind in hooks.late_kinds:
        return hooks.late_kinds[matter.kind].level
    red = matter.kind == MatterKind.SIGNATURE and case.level == Level.MERAH
    return Level.MERAH if red else Level.KUNING


def _let_in(by: Asker, case: Case, told: NextTold) -> None:
    """A supervisor of the unit sees the case anyway; whoever stands above them sees it until it is mended."""
    if Staff.objects.filter(pk=told.to, unit_id=case.unit_id, roles__contains=[Role.SUPERVISOR]).exists():
        return
    trust.grant(
        by=by,
        subject=("case", case.pk),
        grantee=("staff", told.to),
        basis=Basis.SUPERVISION,
        reason=told.reason.sentence,
        agency_id=case.agency_id,
    )


@action("case.acknowledged", may=policy.may_acknowledge)
def acknowledge(*, by: Asker, case: Case) -> Done:
    """ "I take care of this": everything late on the case stops climbing. What is not mended in time climbs on."""
    case, at = lock(case), now()
    open_ones = case.escalations.filter(settled_at=None)
    if not open_ones.exists():
        raise Refused(_("Tidak ada lagi yang lewat batas waktu."), code="settled")
    first = open_ones.filter(acknowledged_at=None).update(acknowledged_at=at, acknowledged_by_id=by.staff_id)
    if first:
        for row in open_ones.filter(next_at__isnull=False):
            open_ones.filter(pk=row.pk).update(next_at=again_at(_again(row), at, case.region_code))
    return about(case, case, silent=not first)


def _again(row: Escalation) -> str:
    """What was taken in hand has a day, as everything promised for a day; what a later package made urgent stays so."""
    return hooks.late_kinds[row.kind].level if row.kind in hooks.late_kinds else Level.KUNING


@events.after(*_MENDING)
def settle(event: Event) -> None:
    """Whatever was mended stops climbing in the same transaction, whoever mended it: the client too ends tasks."""
    settle_mended(event.subject_id)


def settle_mended(case_id: UUID) -> None:
    with acting(_JOB):
        standing = Escalation.objects.filter(case_id=case_id, settled_at=None).select_related("case")
        mended = [row for row in standing if not stands_open(matter_of(row))]
        if mended:
            _settle(mended[0].case, mended, now())


def matter_of(row: Escalation) -> Matter:
    return Matter(row.kind, row.case_id, row.matter, row.due_at, row.owner_id)


def _settle(case: Case, rows: list[Escalation], at: datetime) -> None:
    """Close these climbs; who was let in for them alone goes out again."""
    if not rows:
        return
    these = of_matters(rows)
    case.escalations.filter(these, settled_at=None).update(settled_at=at, next_at=None)
    still = set(case.escalations.filter(settled_at=None).values_list("told_id", flat=True))
    told = set(case.escalations.filter(these).values_list("told_id", flat=True))
    for staff_id in told - still:
        trust.end_grant(
            by=_JOB,
            subject=("case", case.pk),
            grantee=("staff", staff_id),
            basis=Basis.SUPERVISION,
            reason="mended",
        )
