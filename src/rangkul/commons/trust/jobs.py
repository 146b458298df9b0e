"""What runs by itself for trust: sealing the log, and telling somebody above of rights that passed their clock."""

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.base.work import periodic
from rangkul.commons.trust import sealing
from rangkul.commons.trust.actions import raise_right
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.states import WAITING


@periodic("* * * * *", name="trust.seal")
def seal() -> None:
    """Seal whatever has settled; several batches after a long pause."""
    for _batch in range(20):
        if sealing.seal_next() < sealing.BATCH:
            break


@periodic("*/5 * * * *", name="trust.rights")
def raise_late_rights() -> None:
    """What nobody has answered in 3×24 hours is told to a named person above its owner."""
    raise_late()


def raise_late() -> int:
    late = RightsRequest.objects.filter(state__in=WAITING, due_at__lte=clock.now(), raised_at__isnull=True)
    waiting = list(late.select_related("owner").order_by("due_at")[:200])
    for wish in waiting:
        raise_right(by=job("trust.rights"), wish=wish)
    return len(waiting)
