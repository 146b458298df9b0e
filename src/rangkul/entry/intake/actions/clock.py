"""A clock ran out: tell the next person, until one acknowledges (A83)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now, zone
from rangkul.base.rules import Decision as Ruled
from rangkul.base.rules import because
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import clocks, policy, rights
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Escalation, Request, Ruling
from rangkul.entry.intake.queries import above
from rangkul.entry.intake.rules import escalation

# Where nobody may be told, the installation's admin is told again each hour that a person must choose.
STUCK_STEP = timedelta(hours=1)
NOBODY_ABOVE = because("nobody_above", gettext_noop("Tidak ada atasan yang boleh diberi tahu."))


@action("request.escalated", may=policy.is_clock)
def escalate(*, by: Asker, request: Request) -> Done:
    """Tell the next person and set when the one after is told. Does nothing where no clock has run out."""
    request = lock(request)
    at = now()
    if request.escalate_at is None or request.escalate_at > at:
        return Done(request, silent=True)
    told = request.escalations.filter(due_at=request.due_at).order_by("step")
    steps = list(told.values_list("step", "told_at"))
    step, told_at = steps[-1] if steps else (0, None)
    try:
        ruled = escalation.decide(_facts(request, step, told_at))
        to, request.escalate_at = UUID(ruled.value["to"]), _next(request, step + 1, at)
        reason = ruled.reasons[0]
        Ruling.objects.create(request=request, rule=ruled.rule, version=ruled.version, decided=ruled.to_json())
        rights.let_in(request, to, Basis.SUPERVISION, reason.sentence)
    except ValueError:
        to, request.escalate_at = _admin(request), at + STUCK_STEP
        reason = NOBODY_ABOVE
    Escalation.objects.create(request=request, step=step + 1, told_id=to, told_at=at, due_at=request.due_at)
    request.save(update_fields=["escalate_at"])
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    payload = {"to": str(to), "step": step + 1, "reason": reason.code}
    return Done(request, subject=("request", request.pk), payload=payload, **where)


def _facts(request: Request, step: int, told_at: datetime | None) -> dict:
    never = {request.owner_id, request.against_id} - {None}
    return escalation.facts(
        level=request.level,
        due=request.due_at,
        zone=zone(request.region_code).key,
        chain=[str(staff_id) for staff_id in above.chain(request.owner, request.unit)],
        steps_done=step,
        told_at=told_at,
        never=[str(staff_id) for staff_id in never],
    )


def _next(request: Request, step: int, at: datetime) -> datetime:
    ruled: Ruled = escalation.decide(_facts(request, step, at))
    return datetime.fromisoformat(ruled.value["at"])


def _admin(request: Request) -> UUID:
    admins = above.admins(request.agency_id)
    # An agency without an admin has nobody left but the owner, who is then reminded.
    return admins[0] if admins else request.owner_id


@action("request.acknowledged", may=policy.may_work)
def acknowledge(*, by: Asker, request: Request) -> Done:
    """ "I take care of this": whoever was told, or stands above, stops the climb. A fresh clock begins."""
    request = lock(request)
    if not request.is_open:
        raise Refused(_("Permintaan ini sudah selesai."))
    open_ones = request.escalations.filter(acknowledged_at__isnull=True)
    if not open_ones.update(acknowledged_at=now(), acknowledged_by_id=by.staff_id):
        return Done(request, silent=True)
    request.escalate_at = clocks.after_acknowledged(request.level, now(), request.region_code)
    request.save(update_fields=["escalate_at"])
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(request, subject=("request", request.pk), **where)
