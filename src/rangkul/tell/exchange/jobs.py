"""What runs by itself: letters to other houses, what is over of theirs, news for other systems, the list as a file."""

from uuid import UUID

from django.apps import apps

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.tell.exchange.peers import actions, delivering, queries
from rangkul.tell.exchange.peers.models import Incoming
from rangkul.tell.exchange.peers.states import Kind
from rangkul.tell.exchange.webhooks import queries as webhooks
from rangkul.tell.exchange.webhooks import telling

AT_ONCE = 200


@work.task(name="peers.deliver", apart=True, retry=False)
def deliver(*, peer_id: str) -> None:
    delivering.deliver(UUID(peer_id))


@work.periodic("*/10 * * * * *", name="peers.tick")
def look_what_waits() -> None:
    for peer_id in queries.due():
        work.later("peers.deliver", peer_id=str(peer_id))


@work.task(name="webhooks.deliver", apart=True, retry=False)
def tell_other_systems(*, webhook_id: str) -> None:
    telling.deliver(UUID(webhook_id))


@work.periodic("*/10 * * * * *", name="webhooks.tick")
def look_what_happened() -> None:
    telling.gather()
    for webhook_id in webhooks.due():
        work.later("webhooks.deliver", webhook_id=str(webhook_id))


@work.periodic("19 */10 * * * *", name="peers.end")
def end_what_is_over() -> None:
    rows = Incoming.objects.filter(ended_at__isnull=True, valid_to__lte=now()).select_related("key", "request")
    for row in rows.order_by("valid_to")[:AT_ONCE]:
        actions.end(by=asking.current(), incoming=row, kind=Kind.ENDED)


@work.periodic("41 */5 * * * *", name="hsds.pack")
def pack_the_list() -> None:
    if apps.is_installed("rangkul.commons.directory"):
        from rangkul.tell.exchange.hsds import packing

        packing.renew()
