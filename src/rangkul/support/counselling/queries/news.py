"""In which ways a ticket wishes to hear that something came, which of them were lost, and who does not hear by it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from rangkul.base.asking import Asker, acting, job
from rangkul.support.counselling.models import Message, NewsWish, Room
from rangkul.support.counselling.states import LIVING, Lane, SeatRole

# So long whoever counsels has to find another safe way, before somebody above them learns of it.
LOST_FOR = timedelta(days=1)
_JOB = job("counselling.news")


def news_wishes(request_id: UUID) -> list[NewsWish]:
    """For the holder of the ticket all, for whoever else sees the request the lost ones: they hold no address."""
    return list(NewsWish.objects.filter(request_id=request_id).order_by("way"))


def news_due(moment: datetime, most: int) -> list[NewsWish]:
    return list(NewsWish.objects.filter(due_at__lte=moment).order_by("due_at")[:most])


def unread_by_client(room: Room) -> bool:
    """Somebody of the staff said something that no browser of the client has shown."""
    seat = room.seats.filter(role=SeatRole.CLIENT).first()
    if seat is None:
        return False
    unread = Message.objects.filter(room=room, lane=Lane.ROOM, line="", number__gt=seat.read_to)
    return unread.exclude(seat=seat).exists()


def lost_news() -> QuerySet[Room]:
    """Living rooms whose client wished to be told and cannot be any more, in no way, as long as nobody has said that
    they know; each with `lost_at`. Not where the client closed the room by the code word."""
    of_client = NewsWish.objects.filter(request_id=OuterRef("request_id"))
    lost = of_client.filter(lost_at__isnull=False, known_at=None).order_by("-lost_at")
    rooms = Room.objects.filter(~Exists(of_client.filter(lost_at=None)), hushed_at=None, state__in=LIVING)
    rooms = rooms.annotate(lost_at=Subquery(lost.values("lost_at")[:1]))
    return rooms.filter(lost_at__isnull=False, owner__isnull=False)


def unheard(rooms: QuerySet[Room]) -> list[Room]:
    """Those of `lost_news` in which an answer lies unread: what was read needs no news. As a job, because nobody of the
    staff sees which other ways a client has."""
    with acting(_JOB):
        return [room for room in rooms.select_related("key") if unread_by_client(room)]


def my_unheard(by: Asker) -> list[Room]:
    """What the asker answered and the client does not hear of, the oldest first."""
    return unheard(lost_news().filter(owner_id=by.staff_id).order_by("lost_at"))
