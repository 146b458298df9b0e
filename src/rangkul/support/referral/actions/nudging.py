"""That the house wrote to a receiver is kept before the letter leaves, so that it is sent once."""

from __future__ import annotations

from rangkul.base import clock, events, work
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting
from rangkul.base.models import Event
from rangkul.support.referral import nudging, policy
from rangkul.support.referral.actions.rows import HOUSE, about, held, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import Verb


@action("referral.nudged", may=policy.is_house)
def nudge(*, by: Asker, referral: Referral, which: str) -> Done:
    """`which` is `nudging.BEFORE` or `nudging.AFTER`. No clock is moved by it, and it is none of the worker's two."""
    row = held(referral)
    field = "nudged_before_at" if which == nudging.BEFORE else "nudged_after_at"
    if getattr(row, field) is not None or not nudging.may_be_told(row, which):
        return about(row, row, silent=True)
    setattr(row, field, clock.now())
    row.save(update_fields=[field])
    _write(by, row, which)
    return about(row, row, which=which)


@events.after("referral.cancelled", "referral.stop_asked")
def follow_stop(event: Event) -> None:
    """Each of the two happens once to a referral, and its letter with it."""
    if nudging.there():
        with acting(HOUSE):
            tell_stop(by=HOUSE, referral=Referral(pk=event.payload["id"]))


@action("referral.stop_told", may=policy.is_house)
def tell_stop(*, by: Asker, referral: Referral) -> Done:
    """Whoever got the link by e-mail hears at once that a stop is asked for; elsewhere its worker tells them."""
    row = held(referral)
    if not nudging.may_be_told(row, nudging.STOP):
        return about(row, row, silent=True)
    _write(by, row, nudging.STOP)
    return about(row, row)


def _write(by: Asker, row: Referral, which: str) -> None:
    step(by, row, Verb.NUDGE).save(force_insert=True)
    work.later("referral.tell_receiver", referral_id=str(row.pk), which=which)
