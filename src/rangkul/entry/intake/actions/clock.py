"""A clock ran out: tell the next person, until one acknowledges (A83)."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import clocks, policy, rights
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.actions.climbing import Late, next_told
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.states import Told


@action("request.escalated", may=policy.is_clock)
def escalate(*, by: Asker, request: Request) -> Done:
    """Tell the next person and set when the one after is told. Does nothing where no clock has run out."""
    request = lock(request)
    at = now()
    if request.escalate_at is None or request.escalate_at > at:
        return Done(request, silent=True)
    upward = next_told(_late(request), at)
    if upward.ruled is not None:
        telling.explain(request, upward.ruled)
        rights.let_in(request, upward.to, Basis.SUPERVISION, upward.reason.sentence)
    row = telling.keep(request, upward.to, Told.OVERDUE if upward.ruled else Told.NOBODY, at)
    request.escalate_at = upward.next_at
    request.save(update_fields=["escalate_at"])
    return telling.said(request, upward.to, row.step, upward.reason)


def _late(request: Request) -> Late:
    told = list(request.escalations.filter(due_at=request.due_at).order_by("step"))
    return Late(
        level=request.level,
        due_at=request.due_at,
        region_code=request.region_code,
        owner=request.owner,
        unit=request.unit,
        never=telling.never(request),
        steps=sum(_counts(one) for one in told),
        told=len(told),
        told_at=told[-1].told_at if told else None,
    )


def _counts(one: Escalation) -> bool:
    """Whether it was a step upward: a supervisor who answered the alarm is still the first to hear of a late answer,
    and whoever only had to choose somebody stands in no chain."""
    return one.why == Told.OVERDUE or (one.why == Told.RED and one.acknowledged_at is None)


@action("request.acknowledged", may=policy.may_acknowledge)
def acknowledge(*, by: Asker, request: Request) -> Done:
    """ "I take care of this": whoever was told, or stands above, stops the climb until the clock looks again."""
    request = lock(request)
    if not request.is_open:
        raise Refused(_("Permintaan ini sudah selesai."))
    at = now()
    open_ones = request.escalations.filter(acknowledged_at__isnull=True)
    if not open_ones.update(acknowledged_at=at, acknowledged_by_id=by.staff_id):
        return Done(request, silent=True)
    request.escalate_at = clocks.next_look(request.level, request.due_at, at, request.region_code)
    request.save(update_fields=["escalate_at"])
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(request, subject=("request", request.pk), **where)
