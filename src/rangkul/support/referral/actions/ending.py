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
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.models import Consent
from rangkul.support.referral import clocks, policy
from rangkul.support.referral.actions.rows import HOUSE, about, filled, held, keep_dates, saved, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import Verb


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
    """The client took the consent back: the right has ended by the database; a referral that lives ends in the same
    moment, and of one that has ended the data are used no more either."""
    with acting(HOUSE):
        rows = Referral.objects.filter(consent_id=event.payload["consent"], sent_at__isnull=False)
        for row in rows.select_related("key"):
            if row.is_living:
                cancel(by=HOUSE, referral=row)
            elif row.stopped_at is not None:
                _settle_wish(row)
            else:
                ask_stop(by=HOUSE, referral=row)


@action("referral.stop_asked", may=policy.is_house)
def ask_stop(*, by: Asker, referral: Referral) -> Done:
    """It had ended, whichever way, when the client took the consent back: whoever had the data stops using them within
    3×24 hours, and somebody makes sure of that. A stop that was asked for already keeps its clock."""
    row = held(referral)
    if row.sent_at is None or row.is_living or row.stop_due_at is not None:
        return about(row, row, silent=True)
    row.stop_due_at = clock.now() + clocks.STOP_WITHIN
    step(by, row, Verb.WITHDRAW).save(force_insert=True)
    row.save(update_fields=["stop_due_at"])
    keep_dates(row)
    return about(row, row)


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
        if row.stop_due_at is None:
            raise Refused(_("Rujukan ini tidak ditarik."), code="state")
        if row.stopped_at is not None:
            return about(row, row, silent=True)
        step(by, row, Verb.STOPPED, told_by=told_by).save(force_insert=True)
        row.stopped_at = clock.now()
        row.save(update_fields=["stopped_at"])
        keep_dates(row)
        with acting(HOUSE):
            _settle_wish(row)
        return about(row, row)


def _settle_wish(row: Referral) -> None:
    """The wish at the data officer's desk is the same stop: whoever confirms it there or here has confirmed it."""
    consent = Consent.objects.filter(pk=row.consent_id, withdrawn_at__isnull=False, stopped_at=None).first()
    if consent is not None:
        trust.confirm_stopped(by=HOUSE, consent=consent)


@events.after("consent.stop_confirmed")
def follow_stop(event: Event) -> None:
    """The data officer made sure of it: here nobody has to ask the receiver again."""
    with acting(HOUSE):
        rows = Referral.objects.filter(consent_id=event.payload["consent"], stop_due_at__isnull=False, stopped_at=None)
        for row in rows.select_related("key"):
            confirm_stop(by=HOUSE, referral=row)


@action("referral.handed_on", may=is_leaving)
def hand_on(*, by: Asker, staff: Staff, referrals: Iterable[Referral]) -> Done:
    """The account of whoever answered for them is closed: the worker of each case does from now on, or
    whoever has the request."""
    moved = 0
    for row in referrals:
        moved += Referral.objects.filter(pk=row.pk).update(owner_id=row.file.worker_id)
    return Done(staff, subject=("staff", staff.pk), payload={"n": moved}, agency_id=staff.agency_id, silent=not moved)
