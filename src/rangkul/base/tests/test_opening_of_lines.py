"""Opening hours of a help line: nights, weekends, holidays, zones; what nobody wrote down is not closed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base.clock import WIB
from rangkul.base.opening import known, parse

OFFICE = parse("Mo-Fr 08:00-16:00; PH off")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-23T08:00", True),
        ("2026-11-23T15:59", True),
        ("2026-11-23T16:00", False),
        ("2026-11-23T02:00", False),
        ("2026-11-22T10:00", False),  # Sunday
        ("2026-12-25T10:00", False),  # Christmas, a Friday
    ],
)
def test_office_hours_close_at_night_at_weekends_and_on_holidays(moment, open_):
    assert OFFICE.is_open(at(moment), WIB) is open_


def test_hours_are_those_of_the_lines_zone():
    seven_in_jayapura = datetime.fromisoformat("2026-11-23T07:00+09:00")  # 05.00 in Jakarta
    assert OFFICE.is_open(seven_in_jayapura, WIB) is False


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-23T02:00", "2026-11-23T08:00"),
        ("2026-11-20T17:00", "2026-11-23T08:00"),
        ("2026-12-24T17:00", "2026-12-28T08:00"),
    ],
)
def test_it_knows_when_it_opens_next(moment, opens):
    assert OFFICE.opens_next(at(moment), WIB) == at(opens)


def test_all_day_unknown_and_off_are_three_different_things():
    night = at("2026-11-23T02:00")
    assert parse("24/7").is_open(night, WIB) is True
    assert known("") is None
    assert parse("off").is_open(night, WIB) is False
    assert parse("off").opens_next(night, WIB) is None


def test_several_rules_add_up():
    hours = parse("Mo-Fr 08:00-12:00; Mo-Fr 13:00-16:00; Sa 09:00-11:00")
    assert hours.is_open(at("2026-11-23T12:30"), WIB) is False
    assert hours.is_open(at("2026-11-21T10:00"), WIB) is True
    assert parse("07:00-22:00").is_open(at("2026-11-22T21:00"), WIB) is True


@pytest.mark.parametrize("text", ["always", "Mo-Fr 8-16", "Mo-Su 16:00-08:00; Tu 07:00-09:00", "24 jam", ";"])
def test_what_is_not_understood_is_refused(text):
    with pytest.raises(ValueError, match=r"Jam buka|dua kali"):
        parse(text)
    assert known(text) is None


def test_a_night_and_a_week_run_over_their_end():
    night = parse("Fr-Mo 22:00-06:00")
    assert night.is_open(at("2026-11-24T05:59"), WIB)  # Tuesday morning, of Monday's night
    assert not night.is_open(at("2026-11-25T01:00"), WIB)
    assert night.closes(at("2026-11-23T23:00"), WIB) == at("2026-11-24T06:00")
    assert night.opens_next(at("2026-11-24T07:00"), WIB) == at("2026-11-27T22:00")


@given(st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1)).map(lambda m: m.replace(tzinfo=WIB)))  # noqa: DTZ001
def test_the_next_opening_is_open_and_lies_ahead(moment):
    opens = OFFICE.opens_next(moment, WIB)
    assert opens > moment
    assert OFFICE.is_open(opens, WIB)
