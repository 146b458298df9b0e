"""Which conversations wait for whom, so that they learn of it while no page is open."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock
from rangkul.commons.people.hooks import Waiting
from rangkul.commons.people.queries import on_duty_in
from rangkul.entry.intake.queries import waiting_for_duty
from rangkul.support.counselling.models import Desk, Room
from rangkul.support.counselling.queries.late import AT_ONCE
from rangkul.support.counselling.states import LIVING, RoomState


def waits(staff_ids: Collection[UUID]) -> Iterator[Waiting]:
    """Whoever is there and waits for somebody on duty; an answer that is late, and a room closed by its code word."""
    duty = on_duty_in(set(staff_ids).difference(_away(staff_ids)))
    waiting = Room.objects.filter(AT_ONCE, unit_id__in=duty, state=RoomState.WAITING).select_related("request")
    for room in waiting if duty else ():
        yield from waiting_for_duty(room.pk, room.request, duty[room.unit_id])
    due = Q(answer_due__lte=clock.now()) | Q(answer_due__isnull=False, hushed_at__isnull=False)
    late = Room.objects.filter(due, owner_id__in=staff_ids, state__in=LIVING)
    urgent = set(late.filter(AT_ONCE | Q(hushed_at__isnull=False)).values_list("pk", flat=True))
    for pk, owner_id in late.values_list("pk", "owner_id"):
        yield Waiting(owner_id, pk, urgent=pk in urgent)


def _away(staff_ids: Collection[UUID]) -> QuerySet[Desk, UUID]:
    return Desk.objects.filter(staff_id__in=staff_ids, away_until__gt=clock.now()).values_list("staff_id", flat=True)
