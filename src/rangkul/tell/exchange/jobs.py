"""What runs by itself: letters to other houses, referrals from them whose last day is over, the list as one file."""

from uuid import UUID

from django.apps import apps

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.tell.exchange.peers import actions, delivering, queries
from rangkul.tell.exchange.peers.models import Incoming
from rangkul.tell.exchange.peers.states import Kind

AT_ONCE = 200


@work.task(name="peers.deliver", apart=True, retry=False)
def deliver(*, peer_id: str) -> None:
    delivering.deliver(UUID(peer_id))


@work.periodic("*/10 * * * * *", name="peers.tick")
def look_what_waits() -> None:
    for peer_id in queries.due():
        work.later("peers.deliver", peer_id=str(peer_id))


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
