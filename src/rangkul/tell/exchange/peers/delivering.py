"""Sending what waits for one house: claim, send, keep what came of it. Between the two transactions no row is held, and
a worker that dies there has sent a letter that the other house knows by its id when it comes again."""

from __future__ import annotations

from uuid import UUID

from rangkul.base.asking import asking_as
from rangkul.base.clock import now
from rangkul.tell.exchange.peers import actions, keys, posting, queries
from rangkul.tell.exchange.peers.actions.outbox import letter_of
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Peer
from rangkul.tell.exchange.peers.posting import Answered
from rangkul.tell.exchange.peers.queries import Claimed
from rangkul.tell.exchange.peers.states import Fault, Kind

MOST = 100
_FILE_TRIES = 6


def deliver(peer_id: UUID) -> int:
    """How many letters were settled; ends where nothing waits any more or the house does not answer."""
    for settled in range(MOST):
        with asking_as(HOUSE):
            claimed = queries.claim(peer_id)
            newest = queries.generation()
        if claimed is None:
            return settled
        answered = _sent(claimed, newest)
        with asking_as(HOUSE):
            actions.settle(by=HOUSE, message=claimed.message, answered=answered)
        if answered.fault and answered.waits:
            return settled
    return MOST


def _sent(claimed: Claimed, newest: int) -> Answered:
    peer, letter = claimed.peer, letter_of(claimed.message)
    if letter is None:
        return Answered(fault=Fault.UNREADABLE, waits=False)
    if letter.expires <= now():
        return Answered(fault=Fault.TOO_LATE, waits=False)
    carries = claimed.message.kind == Kind.FILE
    answered = posting.post(peer.address, letter, keys.own(peer.our_generation), peer.key, file=carries)
    if answered.fault == Fault.UNKNOWN and peer.our_generation != newest:
        # They know our new key already, and the old one no more.
        answered = posting.post(peer.address, letter, keys.own(newest), peer.key, file=carries)
        if not answered.fault:
            with asking_as(HOUSE):
                Peer.objects.filter(pk=peer.pk).update(our_generation=newest)
    if carries and answered.fault == Fault.BROKEN and peer.tries >= _FILE_TRIES:
        # An older house, or a proxy that lets no file through: the letters behind it must not wait for that.
        return Answered(fault=Fault.NO_FILES, waits=False)
    return answered
