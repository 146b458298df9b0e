"""What runs by itself for trust: sealing the log, and telling somebody above of rights that passed their clock."""

from django.db.models import Q

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.base.work import periodic
from rangkul.commons.trust import sealing
from rangkul.commons.trust.actions import raise_breach, raise_right
from rangkul.commons.trust.models import Breach, RightsRequest
from rangkul.commons.trust.states import WAITING


@periodic("* * * * *", name="trust.seal")
def seal() -> None:
    """Seal whatever has settled; several batches after a long pause."""
    for _batch in range(20):
        if sealing.seal_next() < sealing.BATCH:
            break


@periodic("*/5 * * * *", name="trust.rights")
def raise_late_rights() -> None:
    """What nobody has answered, or told of a breach, in 3×24 hours goes to a named person above its owner."""
    raise_late()
    raise_late_breaches()


def raise_late_breaches() -> int:
    late = Breach.objects.filter(closed_at__isnull=True, due_at__lte=clock.now(), raised_at__isnull=True)
    untold = late.filter(Q(persons_told_at__isnull=True) | Q(authority_told_at__isnull=True))
    waiting = list(untold.select_related("owner__supervisor").order_by("due_at")[:200])
    for breach in waiting:
        raise_breach(by=job("trust.rights"), breach=breach)
    return len(waiting)


def raise_late() -> int:
    late = RightsRequest.objects.filter(state__in=WAITING, due_at__lte=clock.now(), raised_at__isnull=True)
    waiting = list(late.select_related("owner").order_by("due_at")[:200])
    for wish in waiting:
        raise_right(by=job("trust.rights"), wish=wish)
    return len(waiting)
