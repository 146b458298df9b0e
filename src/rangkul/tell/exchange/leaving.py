"""What an admin was named for among other houses, when their account is closed: another admin follows."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.people.hooks import LEAVING, Handing, Holding, who_follows
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.tell.exchange.models import Agreement, Webhook
from rangkul.tell.exchange.peers.queries import possible_keepers


def _agreed(staff: Staff) -> QuerySet[Agreement]:
    return Agreement.objects.filter(keeper=staff, ended_at=None)


def _told(staff: Staff) -> QuerySet[Webhook]:
    return Webhook.objects.filter(keeper=staff, revoked_at=None)


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d perjanjian atau kabar otomatis antarserver; pengurusnya beralih",
        "%(n)d perjanjian atau kabar otomatis antarserver; pengurusnya beralih",
        n,
    )
    return words % {"n": n}


@action("peer.agreement_handed_on", may=is_leaving)
def hand_agreement_on(*, by: Asker, agreement: Agreement, handing: Handing) -> Done:
    """Raises Refused where the agency has no other admin."""
    to = who_follows(handing, possible_keepers(agreement.agency_id))
    Agreement.objects.filter(pk=agreement.pk).update(keeper=to)
    payload = {"id": str(agreement.pk), "to": str(to.pk)}
    return Done(agreement, subject=("peer", agreement.peer_id), payload=payload, agency_id=agreement.agency_id)


@action("webhook.handed_on", may=is_leaving)
def hand_webhook_on(*, by: Asker, webhook: Webhook, handing: Handing) -> Done:
    """Raises Refused where the agency has no other admin."""
    to = who_follows(handing, possible_keepers(webhook.agency_id))
    Webhook.objects.filter(pk=webhook.pk).update(keeper=to)
    return Done(webhook, payload={"to": str(to.pk)}, agency_id=webhook.agency_id)


def _give(handing: Handing) -> None:
    for agreement in _agreed(handing.staff):
        hand_agreement_on(by=LEAVING, agreement=agreement, handing=handing)
    for webhook in _told(handing.staff):
        hand_webhook_on(by=LEAVING, webhook=webhook, handing=handing)


HOLDING = Holding(_words, lambda staff: _agreed(staff).count() + _told(staff).count(), _give, needs_heir=False)
