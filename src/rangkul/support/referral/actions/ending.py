"""How a referral ends without an outcome: taken back, undeliverable, past its day; its data are then used no more."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.support.referral import clocks, policy
from rangkul.support.referral.actions.rows import HOUSE, about, filled, held, keep_dates, saved, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import LIVING, State, Verb


@action("referral.cancelled", may=policy.may_withdraw)
def cancel(*, by: Asker, referral: Referral, because: str = "") -> Done:
    """Taken back by the team, or with the client's consent. Whoever read it must stop using it within 3×24 hours, and
    somebody makes sure of that."""
    row = held(referral)
    if by.kind == "staff":
        because = filled(because, _("Tulis mengapa rujukan ini ditarik."), "because")
    kept = step(by, row, Verb.CANCEL, words=because)
    if row.seen_at is not None or row.consent_id is not None:
        row.stop_due_at = row.ended_at + clocks.STOP_WITHIN
    return saved(by, row, kept, "stop_due_at", by_client=by.kind == "job")


@events.after("consent.withdrawn")
def follow_withdrawal(event: Event) -> None:
    """The client took the consent back: the right has ended by the database; the referral ends in the same moment."""
    with acting(HOUSE):
        rows = Referral.objects.filter(consent_id=event.payload["consent"], state__in=LIVING)
        for row in rows.select_related("key"):
            cancel(by=HOUSE, referral=row)


@action("referral.failed", may=policy.may_lead)
def fail(*, by: Asker, referral: Referral, because: str) -> Done:
    """The link reached nobody: a wrong number, a mailbox that is full."""
    row = held(referral)
    because = filled(because, _("Tulis apa yang terjadi."), "because")
    return saved(by, row, step(by, row, Verb.FAIL, words=because))


@action("referral.expired", may=policy.is_house)
def expire(*, by: Asker, referral: Referral) -> Done:
    """Its last day is over. Nobody is asked next by itself: the team is told."""
    row = held(referral)
    if not row.is_living or row.valid_to > clock.now():
        return about(row, row, silent=True)
    return saved(by, row, step(by, row, Verb.EXPIRE))


@action("referral.stop_confirmed", may=policy.may_stop)
def confirm_stop(*, by: Asker, referral: Referral, told_by: str = "") -> Done:
    """Whoever had the data says that they are used no more."""
    if by.kind == "staff":
        filled(told_by, _("Tulis siapa di pihak penerima yang memastikannya."), "told_by")
    # A receiver sees nothing of it any more: the house writes down what they say.
    with acting(HOUSE if by.kind == "ticket" else by):
        row = held(referral)
        if row.state != State.CANCELLED or row.stop_due_at is None:
            raise Refused(_("Rujukan ini tidak ditarik."), code="state")
        if row.stopped_at is not None:
            return about(row, row, silent=True)
        step(by, row, Verb.STOPPED, told_by=told_by).save(force_insert=True)
        row.stopped_at = clock.now()
        row.save(update_fields=["stopped_at"])
        keep_dates(row)
        return about(row, row)


@action("referral.handed_on", may=is_leaving)
def hand_on(*, by: Asker, staff: Staff, referrals: Iterable[Referral]) -> Done:
    """The account of whoever answered for them is closed: the worker of each case does from now on, or
    whoever has the request."""
    moved = 0
    for row in referrals:
        moved += Referral.objects.filter(pk=row.pk).update(owner_id=row.file.worker_id)
    return Done(staff, subject=("staff", staff.pk), payload={"n": moved}, agency_id=staff.agency_id, silent=not moved)
