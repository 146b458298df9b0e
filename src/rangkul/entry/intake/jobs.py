"""Periodic work: clocks that ran out, drafts that expired, old counts at the door."""

from django.db import connection

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.base.models import DataKey
from rangkul.entry.intake.actions import escalate, hand_on
from rangkul.entry.intake.models import Draft, Request
from rangkul.entry.intake.states import OPEN

# So many are told in one go; what is left waits for the next half minute.
AT_ONCE = 200


@work.periodic("*/30 * * * * *", name="intake.clock")
def move_clocks() -> None:
    """Hand on what belongs to nobody who is here any more, and escalate every request whose clock has run out."""
    by = asking.current()
    for request in Request.objects.filter(owner__is_active=False, state__in=OPEN)[:AT_ONCE]:
        hand_on(by=by, request=request)
    late = Request.objects.filter(escalate_at__lte=now()).order_by("escalate_at")[:AT_ONCE]
    for request in late:
        escalate(by=by, request=request)


@work.periodic("17 3 * * *", name="intake.tidy")
def forget_drafts() -> None:
    """Expired drafts go with the key that opened them; counts at the door go after two days."""
    keys = list(Draft.objects.filter(expires_at__lt=now()).values_list("key_id", flat=True))
    Draft.objects.filter(key_id__in=keys).delete()
    DataKey.objects.filter(pk__in=keys, wrapped__isnull=False).update(wrapped=None, destroyed_at=now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT intake_forget_knocks()")
