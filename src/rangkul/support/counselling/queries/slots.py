"""Times to speak: which are open for a ticket, which a worker has opened."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.support.counselling.models import Slot
from rangkul.support.counselling.states import SlotState

_SHOWN = 40


def open_slots() -> list[Slot]:
    """Those that the holder of a ticket may take, the nearest first; the database knows of which unit."""
    rows = Slot.objects.filter(state=SlotState.OPEN, at__gt=clock.now())
    return list(rows.order_by("at")[:_SHOWN])


def slot_of(request_id: UUID) -> Slot | None:
    """The one that stands, else one that the worker cancelled and whose time has not passed."""
    rows = Slot.objects.filter(request_id=request_id)
    standing = rows.filter(state=SlotState.TAKEN).first()
    return standing or rows.filter(state=SlotState.CANCELLED, at__gt=clock.now()).order_by("-at").first()


def slot(pk: UUID) -> Slot:
    """Raises Http404 where there is none that the asker sees."""
    found = Slot.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def slots_ahead(by: Asker) -> list[Slot]:
    """A worker's own, with what was taken and is not settled yet."""
    own = Q(staff_id=by.staff_id)
    rows = Slot.objects.filter(own & (Q(state=SlotState.TAKEN) | Q(state=SlotState.OPEN, at__gt=clock.now())))
    return list(rows.select_related("request__key").order_by("at")[:_SHOWN])


def unsettled_before(moment: datetime) -> QuerySet[Slot]:
    """Taken, long over, and nobody said whether the two spoke."""
    return Slot.objects.filter(state=SlotState.TAKEN, at__lte=moment - timedelta(hours=2))
