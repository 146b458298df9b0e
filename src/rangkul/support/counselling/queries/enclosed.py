"""Files that were sent in a room or in a group."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.http import Http404

from rangkul.support.counselling.group_states import GroupLine
from rangkul.support.counselling.models import Enclosure, Group, GroupMessage, Message, Room
from rangkul.support.counselling.states import Line


def enclosed_among(names: Collection[str]) -> Iterator[UUID]:
    """Which of these file names (the ids without dashes) were sent there."""
    yield from Enclosure.objects.filter(pk__in=names).values_list("pk", flat=True)


def enclosure_of(room: Room, pk: UUID) -> Enclosure:
    """Raises Http404 where there is none, and for one whose message was withdrawn."""
    row = Enclosure.objects.select_related("key").filter(pk=pk, message__room=room).first()
    if row is None or Message.objects.filter(about_id=row.message_id, line=Line.WITHDRAWN).exists():
        raise Http404
    return row


def enclosure_in(group: Group, pk: UUID) -> Enclosure:
    """The same for a meeting of a group."""
    row = Enclosure.objects.select_related("key").filter(pk=pk, said__meeting__group=group).first()
    if row is None or GroupMessage.objects.filter(about_id=row.said_id, line=GroupLine.WITHDRAWN).exists():
        raise Http404
    return row
