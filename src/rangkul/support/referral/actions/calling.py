"""A call to the receiver: a warm hand-over without a case to hold a task, or where nothing else gets through."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.states import TaskKind, TaskState
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
    _promise(by, row, due)
    return about(row, row)


def _promise(by: Asker, row: Referral, day: date) -> None:
    row.call_on = day
    step(by, row, Verb.CALL).save(force_insert=True)
    row.save(update_fields=["call_on"])


@action("referral.not_carried", may=policy.is_house)
def not_carried(*, by: Asker, referral: Referral) -> Done:
    """What the house itself was to carry to the receiver reached nobody, for good. A machine ends no referral: its
    owner calls them today, by a duty of the case or by the referral's own day. Asked for once, however much is lost."""
    row = held(referral)
    if not row.is_living:
        return about(row, row, silent=True)
    today = days.today(row.file.region_code)
    asked = _duty_once(by, row, today) if row.case else _call_once(by, row, today)
    return about(row, row, silent=not asked)


def _call_once(by: Asker, row: Referral, today: date) -> bool:
    if row.call_on is not None and row.call_on <= today:
        return False
    _promise(by, row, today)
    return True


def _duty_once(by: Asker, row: Referral, today: date) -> bool:
    title = _("Telepon %(who)s hari ini: rujukan tidak sampai lewat server") % {"who": row.receiver}
    open_ones = row.case.tasks.filter(owner_id=row.owner_id, kind=TaskKind.DUTY, state=TaskState.OPEN)
    if any(task.title == title for task in open_ones.select_related("key")):
        return False
    make_task(by, row.case, title=title, due=today, owner_id=row.owner_id, kind=TaskKind.DUTY)
    return True


@action("referral.called", may=policy.may_lead)
def finish_call(*, by: Asker, referral: Referral) -> Done:
    row = held(referral)
    if row.call_on is None:
        return about(row, row, silent=True)
    row.call_on = None
    step(by, row, Verb.CALLED).save(force_insert=True)
    row.save(update_fields=["call_on"])
    return about(row, row)
