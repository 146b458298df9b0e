"""Working time of a place: Monday to Friday, 08.00 to 16.00 in its own zone, without public holidays.

Joint leave (cuti bersama) counts as working time: it binds offices, and a person who waits is better served
by the shorter clock. Moon dates come from the `holidays` package: estimates until the ministers decide them.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

OPENS = time(8)
CLOSES = time(16)
DAY = timedelta(hours=8)


@lru_cache(maxsize=16)
def _public_holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("ID", years=year, language="id"))


def holiday_name(day: date) -> str | None:
    return _public_holidays(day.year).get(day)


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and holiday_name(day) is None


def next_workday(day: date) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def is_open(moment: datetime, zone: ZoneInfo) -> bool:
    here = moment.astimezone(zone)
    return is_workday(here.date()) and OPENS <= here.time() < CLOSES


def opening(moment: datetime, zone: ZoneInfo) -> datetime:
    """`moment` itself where it lies in working time, else the next opening; local time of the zone."""
    here = moment.astimezone(zone)
    if is_open(here, zone):
        return here
    day = here.date()
    if not is_workday(day) or here.time() >= CLOSES:
        day = next_workday(day)
    return datetime.combine(day, OPENS, zone)


def add_workdays(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The same clock time `days` working days later, counted from the next opening; UTC."""
    start = opening(moment, zone)
    day = start.date()
    for _ in range(days):
        day = next_workday(day)
    return datetime.combine(day, start.time(), zone).astimezone(UTC)


def add_worktime(moment: datetime, amount: timedelta, zone: ZoneInfo) -> datetime:
    """`amount` of working time later; UTC."""
    here = opening(moment, zone)
    left = amount
    while True:
        closing = datetime.combine(here.date(), CLOSES, zone)
        if left <= closing - here:
            return (here + left).astimezone(UTC)
        left -= closing - here
        here = datetime.combine(next_workday(here.date()), OPENS, zone)


def end_of_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """Closing time of the working day on which `moment` lands; UTC."""
    return datetime.combine(opening(moment, zone).date(), CLOSES, zone).astimezone(UTC)
