"""Whether, by whom and how somebody looked after a room that its code word closed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.support.counselling.models import Message, Room
from rangkul.support.counselling.states import Lane


@dataclass(frozen=True)
class SeenTo:
    """`words`: what they did, as they wrote it beside the room."""

    who: str
    at: datetime
    words: str


def waits_for_somebody(room: Room) -> bool:
    """Closed by its code word, and nobody has looked after it: from then until then its clock runs."""
    return room.hushed_at is not None and room.answer_due is not None


def seen_to(room: Room) -> SeenTo | None:
    if room.hushed_at is None or waits_for_somebody(room):
        return None
    event = _events(room.pk).filter(at__gte=room.hushed_at).first()
    if event is None:
        return None
    rows = Message.objects.select_related("key", "seat").filter(room=room, lane=Lane.ASIDE)
    said = rows.filter(number=event.payload["number"]).first()
    return SeenTo(said.seat.name, event.at, said.body) if said else None


def with_who_saw_to(rows: QuerySet[Room]) -> QuerySet[Room]:
    """Each with `seen_at` and `seen_who` of the last time."""
    last = _events(OuterRef("pk"))
    rows = rows.annotate(seen_at=Subquery(last.values("at")[:1]), seen_by=Subquery(last.values("by_id")[:1]))
    who = Staff.objects.filter(pk=OuterRef("seen_by"))
    return rows.annotate(seen_who=Subquery(who.values("called_name")[:1]))


def _events(room: object) -> QuerySet[Event]:
    return Event.objects.filter(subject_id=room, subject_kind="room", name="room.hush_seen").order_by("-id")
