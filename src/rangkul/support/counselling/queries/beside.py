"""What was said beside rooms and waits for a supervisor, who need not be in any of them."""

from django.db.models import Exists, F, OuterRef, Q, Subquery

from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.support.counselling.models import Message, Room, Seat
from rangkul.support.counselling.states import LIVING, Lane, SeatRole

_SHOWN = 50


def beside(by: Asker) -> list[Room]:
    """Living rooms of the supervisor's unit, or in which they sit, where the last word of the private line is a
    worker's and came after they last looked in: the longest waiting first. Each with `aside_at` and `aside_who`."""
    if not by.has("supervisor"):
        return []
    sits = Exists(Seat.objects.filter(room=OuterRef("pk"), staff_id=by.staff_id, left_at=None))
    said = Message.objects.filter(room=OuterRef("pk"), lane=Lane.ASIDE, line="", withdrawals=None).order_by("-number")
    opened = Event.objects.filter(
        subject_id=OuterRef("pk"), subject_kind="room", name="file.opened", by_id=by.staff_id
    ).order_by("-id")  # fmt: skip
    rows = Room.objects.filter(Q(unit_id=by.unit_id) | sits, state__in=LIVING).annotate(
        aside_at=Subquery(said.values("at")[:1]),
        aside_who=Subquery(said.values("seat__name")[:1]),
        aside_role=Subquery(said.values("seat__role")[:1]),
        aside_by=Subquery(said.values("seat__staff_id")[:1]),
        looked_at=Subquery(opened.values("at")[:1]),
    )
    rows = rows.filter(aside_at__isnull=False).exclude(aside_role=SeatRole.SUPERVISOR).exclude(aside_by=by.staff_id)
    unseen = rows.filter(Q(looked_at=None) | Q(looked_at__lt=F("aside_at")))
    return list(unseen.select_related("key", "owner").order_by("aside_at")[:_SHOWN])
