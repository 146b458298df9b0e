"""What runs by itself: referrals whose last day is over; receivers who are reminded that somebody waits."""

from uuid import UUID

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.support.referral import nudging
from rangkul.support.referral.actions import expire, nudge
from rangkul.support.referral.actions.rows import HOUSE
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import LIVING

AT_ONCE = 200


@work.periodic("0 */10 * * * *", name="referral.expire")
def expire_referrals() -> None:
    by = asking.current()
    rows = Referral.objects.filter(state__in=LIVING, valid_to__lte=now()).select_related("key").order_by("valid_to")
    for row in rows[:AT_ONCE]:
        expire(by=by, referral=row)


@work.periodic("37 */10 * * * *", name="referral.nudge")
def remind_receivers() -> None:
    if nudging.there():
        by = asking.current()
        for row, which in list(nudging.due(now())):
            nudge(by=by, referral=row, which=which)


@work.task(name="referral.tell_receiver", apart=True)
def tell_receiver(*, referral_id: str, which: str = nudging.AFTER) -> None:
    """Looked at again before the letter leaves: what was answered, withdrawn or locked meanwhile is not told, nor a
    stop that was confirmed. Letters that waited through an update say no `which`."""
    with asking.asking_as(HOUSE):
        row = Referral.objects.select_related("key", "consent").filter(pk=UUID(referral_id)).first()
        address = row.contact if row is not None and nudging.may_be_told(row, which) else ""
    if address:
        nudging.send(address, which)
