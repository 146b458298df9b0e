"""Conversations that nobody ended and in which nothing is said any more."""

from datetime import datetime, timedelta

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from rangkul.base import clock
from rangkul.support.counselling.models import Message, Room, Terms
from rangkul.support.counselling.states import KEEP_DAYS, LIVING, SILENT_AT_LEAST, Lane


def ends_by_itself(room: Room) -> datetime:
    """When a room ends where nobody writes before."""
    last = _said(room.pk).first() or room.began_at
    kept = Terms.objects.filter(agency_id=room.agency_id).values_list("keep_days", flat=True).first()
    return last + max(SILENT_AT_LEAST, timedelta(days=kept or KEEP_DAYS))


def silent(now: datetime, limit: int) -> list[Room]:
    """Rooms whose day has come, the longest silent first."""
    last = Coalesce(Subquery(_said(OuterRef("pk"))[:1]), "began_at")
    rows = Room.objects.filter(state__in=LIVING, began_at__lte=now - SILENT_AT_LEAST).annotate(last=last)
    rows = rows.filter(last__lte=now - SILENT_AT_LEAST).select_related("key").order_by("last", "pk")
    return [room for room in rows if ends_by_itself(room) <= clock.now()][:limit]


def _said(room: object) -> QuerySet:
    """What the house itself wrote down counts too: somebody came, somebody handed over."""
    rows = Message.objects.filter(room=room, lane=Lane.ROOM).order_by("-number")
    return rows.values_list("at", flat=True)
