"""Signs of danger in what a client writes in a room. They raise the request and the case behind it and make the room
red, at once; the worker sees which words did. Nobody is written to, nothing is refused, and only a person lowers.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.asking import Asker, acting, job
from rangkul.base.events import after
from rangkul.base.models import Event
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries.above import chain
from rangkul.entry.intake.states import Level
from rangkul.entry.signals.queries import Signal, signals
from rangkul.journey.cases.actions import raise_by_words, settle_between
from rangkul.journey.cases.queries import case_behind
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.rows import lock
from rangkul.support.counselling.models import Group, Message, Room
from rangkul.support.counselling.states import LIVE_ANSWER, LIVING, RoomKind, SeatRole

_JOB = job("counselling.signs")


def hear(*, by: Asker, room: Room, text: str, client_id: UUID | None = None) -> None:
    """Before anything can refuse what a client writes: a danger is kept also where the room has just ended, is closed
    by the code word, or takes no more for a minute. Of what a browser sealed nothing is heard, and what came already
    under this `client_id` was heard then."""
    if room.end_to_end or not policy.holds_ticket(by, room):
        return
    found = signals(text)
    if intake.says_nothing_new(text, found) or _came_already(room, client_id):
        return
    with transaction.atomic():
        if heed(room.request_id, text, found):
            held = lock(room)
            if held.lives and not held.red:
                redden(held)


def _came_already(room: Room, client_id: UUID | None) -> bool:
    sent = Message.objects.filter(room=room, seat__role=SeatRole.CLIENT, client_id=client_id)
    return client_id is not None and sent.exists()


def heed(request_id: UUID, words: str, found: Sequence[Signal] | None = None) -> bool:
    """Let the triage rule hear the words on the request of a room; True where the room itself is to be red.
    `found` are the signs in them, where they were read already.

    Called before the room is locked, because whoever decides on a request locks it first and its room after it."""
    found = signals(words) if found is None else found
    if intake.says_nothing_new(words, found):
        return False
    red = any(one.level == Level.MERAH for one in found)
    with acting(_JOB):
        request = Request.objects.select_related("key").filter(pk=request_id).first()
        if request is None:
            return red
        before = request.level
        after = intake.heed(by=_JOB, request=request, text=words, found=found).level
        case = case_behind(request_id)
        if case is not None:
            raise_by_words(by=_JOB, case=case, text=words, found=found)
    return red or (after == Level.MERAH and before != after)


def let_leaders_in(request_id: UUID, group: Group) -> None:
    """Once danger was said in a group: on the crisis board of its leaders and of the nearest who supervises them."""
    with acting(_JOB):
        request = Request.objects.get(pk=request_id)
        leader = group.owner
        above = chain(leader, group.unit)[:1]
        for staff_id in {leader.pk, group.second_id, *above} - {None, request.against_id}:
            reason = _("Memimpin kelompok tempat tanda bahaya ditulis")
            intake.let_in(request, staff_id, Basis.SUPERVISION, str(reason))


def redden(room: Room) -> None:
    """Somebody answers within minutes, no junior holds it alone, and it ends with a next contact within a day. A letter
    that was late already is late anew, at the pace of red."""
    at = clock.now()
    room.red = True
    late = room.kind == RoomKind.LETTER and room.answer_due is not None and room.answer_due <= at
    if room.answer_due is not None:
        room.answer_due = at if late else min(room.answer_due, at + LIVE_ANSWER)
    room.save(update_fields=["red", "answer_due"])
    if late:
        settle_between([room.owner_id])


def connect() -> None:
    """A room is as red as its request, also when somebody raises or lowers that on another page."""

    @after("request.level_raised", "request.level_changed")
    def follow_level(event: Event) -> None:
        with acting(_JOB):
            rooms = Room.objects.filter(request_id=event.subject_id, state__in=LIVING)
            if event.payload.get("after") != Level.MERAH:
                rooms.update(red=False)
                return
            for room in rooms.select_for_update(of=("self",)).filter(red=False):
                redden(room)
