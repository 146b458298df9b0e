"""After ten wrong codes the door of a receiver is locked, and the owner of the referral hears."""

from __future__ import annotations

from uuid import UUID

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting
from rangkul.entry.intake.actions import one_more_wrong
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import HOUSE, about, held, keep_dates
from rangkul.support.referral.models import Referral


def missed(door: UUID) -> None:
    """Also asked for a door that never was, so that both take the same steps."""
    with acting(HOUSE):
        row = one_more_wrong(Referral.objects.filter(door=door))
        if row is not None:
            lock_door(by=HOUSE, referral=row)


@action("referral.door_locked", may=policy.is_house)
def lock_door(*, by: Asker, referral: Referral) -> Done:
    row = held(referral)
    if row.locked_at is not None:
        return about(row, row, silent=True)
    row.locked_at = clock.now()
    row.save(update_fields=["locked_at"])
    keep_dates(row)
    return about(row, row)
