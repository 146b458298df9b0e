"""What the other house says about a referral of ours is said through the referral's own door: the same verbs, the same
right, which ends with the consent, as for a receiver who comes by link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import events
from rangkul.base.asking import Asker, acting
from rangkul.base.models import Event
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import State
from rangkul.tell.exchange.peers.actions.arriving import line
from rangkul.tell.exchange.peers.actions.outbox import drop_files
from rangkul.tell.exchange.peers.envelope import Unopened
from rangkul.tell.exchange.peers.files import Brought
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Outgoing, Peer
from rangkul.tell.exchange.peers.referring.telling import not_told_back
from rangkul.tell.exchange.peers.states import Effect, Kind

_WORDS = 10_000
_ENDS = (Kind.COMPLETED, Kind.ONWARD, Kind.DECLINED)


def hear(peer: Peer, thread: UUID, body: Mapping[str, Any]) -> str:
    sent = Outgoing.objects.filter(peer=peer, pk=thread).first()
    if sent is None:
        return Effect.NONE
    with not_told_back():
        if body["kind"] == Kind.STOPPED:
            return _stopped(sent)
        return _verb(sent, body)


def _door(sent: Outgoing) -> Asker:
    return Asker("ticket", ticket_id=Referral.objects.values_list("door", flat=True).get(pk=sent.referral_id))


def _verb(sent: Outgoing, body: Mapping[str, Any]) -> str:
    with acting(_door(sent)) as by:
        row = queries.of_door(by)
        if row is None:
            return Effect.NONE
        _VERBS[body["kind"]](by, row, body)
    if body["kind"] in _ENDS:
        with acting(HOUSE):
            drop_files(sent.pk)
    return Effect.DONE


def hear_file(peer: Peer, brought: Brought) -> str:
    """A result comes in through the door, and is looked at as what a receiver by link hands in."""
    sent = Outgoing.objects.filter(peer=peer, pk=brought.of).first()
    if sent is None:
        return Effect.NONE
    with not_told_back(), acting(_door(sent)) as by:
        row = queries.of_door(by)
        if row is None:
            return Effect.NONE
        actions.hand_in(by=by, referral=row, file=brought.file, size=brought.told.size, name=brought.told.name)
    return Effect.DONE


def _told(body: Mapping[str, Any]) -> Told:
    return Told(words=line(body, "words", _WORDS))


def _accepted(by: Asker, row: Referral, body: Mapping[str, Any]) -> Any:
    """At once or in turn; a house of before names no place. Said again, it is their turn, or another place."""
    place, told = _place(body), _told(body)
    because = (line(body, "because", 300) or _("Daftar tunggu mereka")) if place else ""
    if row.state == State.ACCEPTED and row.queue_place is not None:
        return actions.tell_turn(by=by, referral=row, place=place, because=because, words=told.words)
    return actions.accept(by=by, referral=row, told=told, queue_place=place, queue_because=because)


def _place(body: Mapping[str, Any]) -> int | None:
    found = body.get("place")
    if found is not None and (type(found) is not int or not 0 < found < 1_000):
        raise Unopened(400, "unreadable")
    return found


_VERBS: dict[str, Callable[[Asker, Referral, Mapping[str, Any]], Any]] = {
    Kind.SEEN: lambda by, row, _body: actions.see(by=by, referral=row),
    Kind.ACCEPTED: _accepted,
    Kind.BEGUN: lambda by, row, body: actions.begin(by=by, referral=row, told=_told(body)),
    Kind.COMPLETED: lambda by, row, body: actions.complete(
        by=by, referral=row, outcome=line(body, "outcome"), told=_told(body)
    ),
    Kind.ONWARD: lambda by, row, body: actions.pass_on(
        by=by, referral=row, onward_to=line(body, "to"), told=_told(body)
    ),
    Kind.DECLINED: lambda by, row, body: actions.decline(by=by, referral=row, why=line(body, "why"), told=_told(body)),
    Kind.QUESTION: lambda by, row, body: actions.ask(by=by, referral=row, words=line(body, "words", _WORDS)),
}


def _stopped(sent: Outgoing) -> str:
    row = Referral.objects.select_related("key").get(pk=sent.referral_id)
    with acting(_door(sent)) as by:
        actions.confirm_stop(by=by, referral=row)
    return Effect.DONE


@events.after("peer_message.settled")
def stop_is_proved(event: Event) -> None:
    """The receipt of a withdrawal says that nobody there had opened it and that it is gone: that is the stop."""
    told = event.payload
    if told["kind"] != Kind.WITHDRAWN or told["effect"] != Effect.ERASED:
        return
    with acting(HOUSE):
        sent = Outgoing.objects.filter(pk=UUID(told["thread"])).first()
        if sent is None:
            return
        row = Referral.objects.get(pk=sent.referral_id)
        if row.waits_for_stop:
            _stopped(sent)
