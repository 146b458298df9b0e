"""Who above is told of a request, and the row that says so until a person acknowledges."""

from datetime import datetime
from uuid import UUID

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting
from rangkul.base.clock import now
from rangkul.base.rules import Decision as Ruled
from rangkul.base.rules import Reason
from rangkul.commons.people.states import Role
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import clocks, hooks, policy, rights
from rangkul.entry.intake.actions.climbing import NOBODY_ABOVE
from rangkul.entry.intake.models import Escalation, Request, Ruling
from rangkul.entry.intake.queries import above, conflicted
from rangkul.entry.intake.rules import escalation
from rangkul.entry.intake.states import Level, Told


def at_once(request: Request, by: Asker) -> None:
    """A request that is red now is told to a supervisor now. Who makes it red and supervises knows already. One that
    was decided about has no clock of its own any more; a later package sees to it that people hear of it."""
    if request.level != Level.MERAH:
        return
    if not request.is_open:
        for tell in hooks.danger_later:
            tell(request)
        return
    with acting(rights.JOB):
        tell_supervisor(by=rights.JOB, request=request, knows=by.staff_id)


@action("request.supervisor_told", may=policy.is_clock)
def tell_supervisor(*, by: Asker, request: Request, knows: UUID | None = None) -> Done:
    """Tell the nearest supervisor of a red request, once for each clock; after 15 silent minutes the next one up."""
    to, why, reason = _whom(request)
    if request.escalations.filter(due_at=request.due_at, told_id=to).exists():
        return Done(request, silent=True)
    at = now()
    told = keep(request, to, why, at, acknowledged_by=to if to == knows else None)
    if told.acknowledged_at:
        request.escalate_at = clocks.next_look(request.level, request.due_at, at, request.region_code)
    else:
        request.escalate_at = max(request.due_at, at + escalation.RED_STEP)
    request.save(update_fields=["escalate_at"])
    return said(request, to, told.step, reason)


def _whom(request: Request) -> tuple[UUID, str, Reason]:
    supervises = Role.SUPERVISOR in request.owner.roles
    facts = escalation.alarm_facts(
        owner=str(request.owner_id),
        owner_supervises=supervises,
        chain=chain(request),
        never=map(str, never(request)),
    )
    try:
        ruled = escalation.alarm(facts)
    except ValueError:
        return above.last_resort(request.owner, request.unit, never(request), 0), Told.NOBODY, NOBODY_ABOVE
    explain(request, ruled)
    to = UUID(ruled.value["to"])
    rights.let_in(request, to, Basis.SUPERVISION, ruled.reasons[0].sentence)
    return to, Told.RED, ruled.reasons[0]


def chain(request: Request) -> list[str]:
    return [str(staff_id) for staff_id in above.chain(request.owner, request.unit)]


def never(request: Request) -> frozenset[UUID]:
    """Who must not be told of this request: whoever it complains about, or is tied to its person."""
    return frozenset({request.against_id} - {None}) | conflicted(request.pk)


def explain(request: Request, ruled: Ruled) -> None:
    Ruling.objects.create(request=request, rule=ruled.rule, version=ruled.version, decided=ruled.to_json())


def keep(request: Request, to: UUID, why: str, at: datetime, *, acknowledged_by: UUID | None = None) -> Escalation:
    last = request.escalations.filter(due_at=request.due_at).order_by("-step").first()
    return Escalation.objects.create(
        request=request,
        why=why,
        step=last.step + 1 if last else 1,
        told_id=to,
        told_at=at,
        due_at=request.due_at,
        acknowledged_at=at if acknowledged_by else None,
        acknowledged_by_id=acknowledged_by,
    )


def chosen(request: Request, by: Asker) -> None:
    """Somebody was chosen in the place of who may not decide: that telling is answered."""
    waiting = request.escalations.filter(why=Told.CONFLICT, acknowledged_at__isnull=True)
    waiting.update(acknowledged_at=now(), acknowledged_by_id=by.staff_id)


def said(request: Request, to: UUID, step: int, reason: Reason) -> Done:
    return Done(
        request,
        subject=("request", request.pk),
        payload={"to": str(to), "step": step, "reason": reason.code},
        agency_id=request.agency_id,
        unit_id=request.unit_id,
    )
