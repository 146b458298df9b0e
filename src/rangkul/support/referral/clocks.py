"""When a referral must have been answered, when the way in closes, and by when a withdrawn one must have stopped."""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock, days, workdays
from rangkul.base.actions import Refused

# Where no agreement says otherwise.
HOUSE_DAYS = 3
# After an acceptance somebody looks whether help has begun.
LOOK_AGAIN_DAYS = 14
# After it was referred on somebody asks there what came of it.
ASK_THERE_DAYS = 7
USUAL_DAYS, LONGEST_DAYS = 30, 180
# UU 27/2022 Pasal 40: elapsed hours, weekends too.
STOP_WITHIN = timedelta(hours=72)


def answer_by(moment: datetime, hours: int | None, region_code: str) -> datetime:
    """What was agreed on with the receiver in hours, else three working days."""
    if hours:
        return moment + timedelta(hours=hours)
    return workdays.add_workdays(moment, HOUSE_DAYS, clock.zone(region_code))


def look_again(moment: datetime) -> datetime:
    return moment + timedelta(days=LOOK_AGAIN_DAYS)


def ask_there(moment: datetime) -> datetime:
    return moment + timedelta(days=ASK_THERE_DAYS)


def last_moment(last_day: date | None, region_code: str) -> datetime:
    """The end of the last day on which the receiver may read. Raises Refused for one that is over or too far away."""
    today = days.today(region_code)
    day = last_day or today + timedelta(days=USUAL_DAYS)
    days.not_over(day, "last_day", region_code)
    if day > today + timedelta(days=LONGEST_DAYS):
        raise Refused(_("Paling lama 180 hari."), field="last_day")
    return datetime.combine(day, time(23, 59), clock.zone(region_code))
