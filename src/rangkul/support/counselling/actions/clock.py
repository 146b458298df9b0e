"""By when somebody must answer, and what happens with that time when they do."""

from datetime import datetime, timedelta
from uuid import UUID

from rangkul.base import clock
from rangkul.journey.cases.actions import settle_between
from rangkul.support.counselling.models import Room, Terms
from rangkul.support.counselling.states import LIVE_ANSWER, RoomKind


def terms_of(agency_id: UUID | None) -> Terms:
    """What the agency has set, else what holds without that."""
    return Terms.objects.filter(agency_id=agency_id).first() or Terms(agency_id=agency_id)


def promised(room: Room, at: datetime) -> datetime:
    """A letter within the hours that the agency promises, a live conversation and whatever is red at once."""
    if room.kind == RoomKind.LIVE or room.red:
        return at + LIVE_ANSWER
    return at + timedelta(hours=terms_of(room.agency_id).letter_hours)


def at_new_pace(room: Room) -> None:
    """Letters became a live conversation, or a live one letters: whoever waits is heard by what holds now. What was
    late among letters is late anew, at the pace of who is there."""
    if room.answer_due is None:
        return
    at = clock.now()
    late, soonest = room.answer_due <= at, at + LIVE_ANSWER
    at_once = room.kind == RoomKind.LIVE or room.red
    room.answer_due = (at if late else min(room.answer_due, soonest)) if at_once else promised(room, at)
    room.save(update_fields=["answer_due"])
    if late:
        settle_between([room.owner_id])


def client_waits(room: Room) -> None:
    """The first word that waits for an answer starts the clock; more words do not start it anew."""
    if room.answer_due is None:
        room.answer_due = promised(room, clock.now())
        room.save(update_fields=["answer_due"])


def answered(room: Room) -> None:
    """It is the client's turn. What had climbed because of it rests in the same transaction."""
    if room.answer_due is None:
        return
    late = room.answer_due <= clock.now()
    room.answer_due = None
    room.save(update_fields=["answer_due"])
    if late:
        settle_between([room.owner_id])
