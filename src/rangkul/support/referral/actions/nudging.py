"""That the house reminded a receiver is kept before the letter leaves, so that it is sent once."""

from __future__ import annotations

from rangkul.base import clock, work
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.support.referral import nudging, policy
from rangkul.support.referral.actions.rows import about, held, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import Verb


@action("referral.nudged", may=policy.is_house)
def nudge(*, by: Asker, referral: Referral, which: str) -> Done:
    """`which` is `nudging.BEFORE` or `nudging.AFTER`. No clock is moved by it, and it is none of the worker's two."""
    row = held(referral)
    field = "nudged_before_at" if which == nudging.BEFORE else "nudged_after_at"
    if getattr(row, field) is not None or not nudging.may_be_told(row):
        return about(row, row, silent=True)
    setattr(row, field, clock.now())
    row.save(update_fields=[field])
    step(by, row, Verb.NUDGE).save(force_insert=True)
    work.later("referral.tell_receiver", referral_id=str(row.pk))
    return about(row, row, which=which)
