"""Working time: weekends, holidays, three zones."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base import workdays
from rangkul.base.clock import WIB, WIT, WITA
from rangkul.base.workdays import add_workdays, add_worktime, end_of_day, is_workday, opening

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(text, zone=WIB):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-23", True),
        ("2026-11-21", False),  # Saturday
        ("2026-08-17", False),  # independence day, a Monday
        ("2026-12-25", False),
        ("2026-01-01", False),
        ("2026-05-01", False),
    ],
)
def test_weekends_and_public_holidays_are_free(day, works):
    assert is_workday(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-11-23T10:00", 3, "2026-11-26T10:00"),
        ("2026-11-20T10:00", 3, "2026-11-25T10:00"),  # over a weekend
        ("2026-11-21T23:00", 3, "2026-11-26T08:00"),  # Saturday night counts from Monday morning
        ("2026-08-14T15:00", 1, "2026-08-18T15:00"),  # over a Monday that is a holiday
        ("2026-11-23T17:00", 1, "2026-11-25T08:00"),  # after closing
        ("2026-11-23T06:00", 1, "2026-11-24T08:00"),  # before opening
    ],
)
def test_working_days_are_counted_from_the_next_opening(start, days, due):
    assert add_workdays(at(start), days, WIB) == at(due)


def test_the_same_moment_is_another_working_hour_in_another_zone():
    moment = at("2026-11-23T15:30")  # 16.30 in Makassar, 17.30 in Jayapura: both have closed
    assert opening(moment, WIB) == moment
    assert opening(moment, WITA) == at("2026-11-24T08:00", WITA)
    assert opening(moment, WIT) == at("2026-11-24T08:00", WIT)


def test_working_time_skips_the_night():
    assert add_worktime(at("2026-11-23T15:00"), timedelta(hours=2), WIB) == at("2026-11-24T09:00")
    assert add_worktime(at("2026-11-20T15:00"), timedelta(hours=9), WIB) == at("2026-11-23T16:00")


def test_the_end_of_the_day_is_closing_time():
    assert end_of_day(at("2026-11-23T09:00"), WITA) == at("2026-11-23T16:00", WITA)


@given(MOMENTS, st.integers(0, 10), st.sampled_from([WIB, WITA, WIT]))
def test_a_due_time_lies_in_working_time_and_never_before_its_start(moment, days, zone):
    due = add_workdays(moment, days, zone)
    assert due >= moment
    assert workdays.is_open(due, zone)


@given(MOMENTS, st.integers(0, 9), st.sampled_from([WIB, WITA, WIT]))
def test_more_days_are_never_sooner(moment, days, zone):
    assert add_workdays(moment, days, zone) < add_workdays(moment, days + 1, zone)


@given(MOMENTS, st.integers(1, 2000), st.sampled_from([WIB, WITA, WIT]))
def test_more_working_time_is_never_sooner(moment, minutes, zone):
    first = add_worktime(moment, timedelta(minutes=minutes), zone)
    assert first < add_worktime(moment, timedelta(minutes=minutes + 1), zone)
