"""From events to tellings, and from tellings to calls. The log of events is read a little back each time: one that
began earlier may be committed later, and the database keeps each from being told twice. Nobody who works waits."""

from __future__ import annotations

import time
from collections.abc import Iterable
from uuid import UUID

from rangkul.base.asking import asking_as
from rangkul.base.models import Event
from rangkul.tell.exchange.webhooks import actions, posting, queries, signing
from rangkul.tell.exchange.webhooks.models import Telling, Webhook
from rangkul.tell.exchange.webhooks.queries import HOUSE
from rangkul.tell.exchange.webhooks.states import OF, Kind

# How many numbers of events back is looked, and how many events at once.
_BACK, _AT_ONCE = 2_000, 5_000
MOST = 50


def gather() -> int:
    """How many events were looked at for somebody."""
    hooks = list(Webhook.objects.filter(off_at=None, revoked_at=None))
    if not hooks:
        return 0
    first = max(0, min(one.read_to for one in hooks) - _BACK)
    last = queries.newest_event()
    # Counted by rows: what was rolled back leaves gaps of any length between the numbers.
    events = list(Event.objects.filter(id__gt=first, id__lte=last, name__in=list(OF)).order_by("id")[:_AT_ONCE])
    read_to = events[-1].pk if len(events) == _AT_ONCE else last
    for hook in hooks:
        Telling.objects.bulk_create(_of(hook, events), ignore_conflicts=True)
        Webhook.objects.filter(pk=hook.pk).update(read_to=max(hook.read_to, read_to))
    return len(events)


def _of(hook: Webhook, events: Iterable[Event]) -> list[Telling]:
    """Of its own agency, of the kinds that were chosen, and since it was made."""
    return [
        Telling(
            webhook=hook, agency_id=hook.agency_id, event=one.pk, kind=OF[one.name], what=one.name, about=_about(one),
            at=one.at,
        )
        for one in events
        if one.agency_id == hook.agency_id and OF[one.name] in hook.wanted and one.at >= hook.since
    ]  # fmt: skip


def _about(event: Event) -> UUID:
    """The event of a referral stands with its case; its own id stands in the payload."""
    return UUID(event.payload["id"]) if OF[event.name] == Kind.REFERRAL else event.subject_id


def deliver(webhook_id: UUID) -> int:
    """How many calls were made; ends where nothing may go any more or nobody answers."""
    for made in range(MOST):
        with asking_as(HOUSE):
            telling = queries.claim(webhook_id)
        if telling is None:
            return made
        body = signing.body_of(telling)
        headers = signing.headers_of(telling.webhook, telling, body, int(time.time()))
        answer = posting.post(telling.webhook.address, body, headers)
        with asking_as(HOUSE):
            actions.settle(by=HOUSE, telling=telling, answer=answer)
        if answer.fault and answer.status is None:
            return made + 1
    return MOST
