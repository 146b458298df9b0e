"""A message of ours that will never arrive is no silent line on a page: the referral's owner calls them (A83)."""

from __future__ import annotations

from uuid import UUID

from rangkul.base import events
from rangkul.base.asking import acting
from rangkul.base.models import Event
from rangkul.support.referral import actions
from rangkul.support.referral.models import Referral
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Message, Outgoing
from rangkul.tell.exchange.peers.states import Fault, MessageState

# Erased here is erased by somebody's decision.
_NO_LOSS = (Fault.UNREADABLE,)


@events.after("peer_message.settled")
def call_them(event: Event) -> None:
    told = event.payload
    if told["state"] != MessageState.FAILED or told["fault"] in _NO_LOSS:
        return
    with acting(HOUSE):
        message = Message.objects.get(pk=UUID(told["id"]))
        sent = Outgoing.objects.filter(pk=message.of or message.thread).first()
        # What we answered to their referral is followed by their own clock.
        if sent is None:
            return
        row = Referral.objects.select_related("case", "request").get(pk=sent.referral_id)
        actions.not_carried(by=HOUSE, referral=row)
