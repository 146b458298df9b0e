"""Files that were sent in a room."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.http import Http404

from rangkul.support.counselling.models import Enclosure, Message, Room
from rangkul.support.counselling.states import Line


def enclosed_among(names: Collection[str]) -> Iterator[UUID]:
    """Which of these file names (the ids without dashes) were sent in a room."""
    yield from Enclosure.objects.filter(pk__in=names).values_list("pk", flat=True)


def enclosure_of(room: Room, pk: UUID) -> Enclosure:
    """Raises Http404 where there is none, and for one whose message was withdrawn."""
    row = Enclosure.objects.select_related("key").filter(pk=pk, message__room=room).first()
    if row is None or Message.objects.filter(about_id=row.message_id, line=Line.WITHDRAWN).exists():
        raise Http404
    return row
