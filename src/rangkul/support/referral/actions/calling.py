"""A warm hand-over where there is no case to hold a task: the owner rings the receiver and introduces the client."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import about, held, step
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import Verb


@action("referral.call_planned", may=policy.may_lead)
def plan_call(*, by: Asker, referral: Referral, due: date) -> Done:
    """On which day; past it the call climbs above the owner (`late.py`)."""
    row = held(referral)
    if not row.is_living:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    days.not_over(due, "due", row.file.region_code)
    if row.call_on == due:
        return about(row, row, silent=True)
    row.call_on = due
    step(by, row, Verb.CALL).save(force_insert=True)
    row.save(update_fields=["call_on"])
    return about(row, row)


@action("referral.called", may=policy.may_lead)
def finish_call(*, by: Asker, referral: Referral) -> Done:
    row = held(referral)
    if row.call_on is None:
        return about(row, row, silent=True)
    row.call_on = None
    step(by, row, Verb.CALLED).save(force_insert=True)
    row.save(update_fields=["call_on"])
    return about(row, row)
