"""Taking an application in hand, the row that every step leaves, and its days among the dates of the case."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, days, workdays
from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.support.entitlements.models import Application, Step
from rangkul.support.entitlements.states import (
    APPLICATION,
    ENDED,
    LATE_ANSWER,
    LATE_OBJECTION,
    WAITING,
    State,
)

# So many working days before its end the objection is a matter for somebody above too.
EARLY = 5
# Where nobody knows how long one has, somebody finds out within a week.
FIND_OUT = timedelta(days=7)


def held(application: Application) -> Application:
    """The application as it is now, held until the verb ends, on a case that is open."""
    lock_open(application.case)
    rows = Application.objects.select_for_update(of=("self",)).select_related("key")
    found = rows.filter(pk=application.pk).first()
    if found is None:
        raise Http404
    found.case = application.case
    return found


def not_before(day: date, earlier: date | None, field: str) -> None:
    if earlier and day < earlier:
        said = _("Hari ini sebelum langkah yang lalu (%(day)s).") % {"day": f"{earlier:%d-%m-%Y}"}
        raise Refused(said, field=field, code="order")


def moved(by: Asker, row: Application, verb: str, on: date, words: str = "", *, after: date | None = None) -> Done:
    """Move the row, keep the step and the dates, and say it on the timeline."""
    days.not_ahead(on, "on", row.case.region_code)
    not_before(on, after, "on")
    APPLICATION.step(row, verb)
    if row.state in ENDED:
        row.ended_on = on
    if row.state not in WAITING:
        row.look_again = None
    row.save()
    keep_step(by, row, verb, on, words)
    keep_dates(row)
    return said(row)


def keep_step(by: Asker, row: Application, verb: str, on: date, words: str = "") -> None:
    step = Step(application=row, key=row.key, verb=verb, on=on, by_id=by.staff_id)
    step.words = words.strip()
    step.save(force_insert=True)


def said(row: Application, **payload: Any) -> Done:
    return about(row.case, row, programme=row.programme, **payload)


def keep_dates(row: Application) -> None:
    """Both days stand among the dates of the case, and climb when they pass; a matter that is settled has none."""
    waited = row.look_again if row.state in WAITING else None
    cases.remind(row.case, LATE_ANSWER, row.pk, waited, grace=0)
    cases.remind(row.case, LATE_OBJECTION, row.objection_ref, _early(row), grace=0)


def _early(row: Application) -> date | None:
    if row.state != State.REFUSED:
        return None
    today = days.today(row.case.region_code)
    if row.objection_due is None:
        return row.answered_on + FIND_OUT if row.answered_on else today
    day = row.objection_due
    for _n in range(EARLY):
        day = _workday_before(day)
    return max(day, today)


def _workday_before(day: date) -> date:
    day -= timedelta(days=1)
    while not workdays.is_workday(day):
        day -= timedelta(days=1)
    return day


def workdays_after(day: date, count: int, region_code: str) -> date:
    zone = clock.zone(region_code)
    noon = datetime.combine(day, time(12), zone)
    # A day off counts from the next working day on; the law counts from the day after the one on which it was said.
    start = noon if workdays.is_workday(day) else datetime.combine(_workday_before(day), time(12), zone)
    return clock.local(workdays.add_workdays(start, count, zone), region_code).date()
