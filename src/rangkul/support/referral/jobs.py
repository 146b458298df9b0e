"""What runs by itself: referrals whose last day is over."""

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.support.referral.actions import expire
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import LIVING

AT_ONCE = 200


@work.periodic("0 */10 * * * *", name="referral.expire")
def expire_referrals() -> None:
    by = asking.current()
    rows = Referral.objects.filter(state__in=LIVING, valid_to__lte=now()).select_related("key").order_by("valid_to")
    for row in rows[:AT_ONCE]:
        expire(by=by, referral=row)
