"""What of the requests waits for whom, so that they learn of it while no page is open."""

from collections.abc import Collection, Iterator
from uuid import UUID

from rangkul.commons.people.hooks import Waiting
from rangkul.commons.people.queries import on_duty_in
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.queries.deciding import conflicted
from rangkul.entry.intake.states import OPEN, Level, State


def waits(staff_ids: Collection[UUID]) -> Iterator[Waiting]:
    """What somebody was told of and nobody acknowledged, and red requests that nobody has answered."""
    told = Escalation.objects.filter(told_id__in=staff_ids, acknowledged_at__isnull=True, request__state__in=OPEN)
    for pk, staff_id, level in told.values_list("pk", "told_id", "request__level"):
        yield Waiting(staff_id, pk, urgent=level == Level.MERAH)
    new = Request.objects.filter(state=State.NEW, level=Level.MERAH)
    for pk, owner_id in new.filter(owner_id__in=staff_ids).values_list("pk", "owner_id"):
        yield Waiting(owner_id, pk, urgent=True)
    # Whose shift is over may sleep: then it waits for whoever has come.
    duty = on_duty_in(staff_ids)
    left = new.filter(unit_id__in=duty, owner__on_duty=False) if duty else ()
    for request in left:
        yield from waiting_for_duty(request.pk, request, duty[request.unit_id])


def waiting_for_duty(pk: UUID, request: Request, on_duty: Collection[UUID]) -> Iterator[Waiting]:
    """`pk` waits for those on duty, but for whoever the request complains about or who is tied to its person."""
    never = conflicted(request.pk) | {request.against_id}
    for staff_id in on_duty:
        if staff_id not in never:
            yield Waiting(staff_id, pk, urgent=True)
