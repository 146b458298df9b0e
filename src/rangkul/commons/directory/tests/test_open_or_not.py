"""Whether an entry is open at a moment, and when it opens next: holidays, Ramadan, the ends of a season."""

from datetime import date, datetime, timedelta

import pytest
from django.template import Context, Template

from rangkul.base import opening
from rangkul.base.clock import ABBREVIATION, WIB
from rangkul.base.workdays import holiday_name
from rangkul.commons.directory import freshness
from rangkul.commons.directory.models import Contact, Schedule, Service, ServiceArea
from rangkul.commons.directory.queries import Entry

FEAST = next(
    day for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(365))
    if opening.is_ramadan(day - timedelta(days=1)) and not opening.is_ramadan(day)
)  # fmt: skip
LAST_OF_RAMADAN = FEAST - timedelta(days=1)
USUAL, FASTING = "Mo-Su 08:00-16:00", "Mo-Su 09:00-14:00"


def entry(*rows: dict):
    return Entry(Service(status="active"), schedules=[Schedule(**row) for row in rows])


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("hours", "is_open"),
    [(USUAL, None), (f"{USUAL}; PH off", False), (f"{USUAL}; PH 08:00-12:00", True), ("24/7", True)],
)
def test_a_holiday_of_which_nothing_is_said_is_not_sure(hours, is_open):
    assert holiday_name(FEAST)
    shelter = entry({"opening_hours": hours})
    assert shelter.open_now(at(FEAST, 10), None) is is_open
    assert shelter.holiday(at(FEAST, 10), None) is (is_open is None)


def test_what_is_closed_at_that_hour_anyhow_is_closed():
    assert entry({"opening_hours": USUAL}).open_now(at(FEAST, 5), None) is False


def test_in_ramadan_its_own_hours_hold():
    row = entry({"opening_hours": USUAL}, {"opening_hours": FASTING, "season": "ramadan"})
    before = at(FEAST - timedelta(days=40), 15)
    assert row.hours_at(before, None).season == "usual"
    assert row.open_now(before, None) is True
    assert row.hours_at(at(LAST_OF_RAMADAN, 15), None).season == "ramadan"
    assert row.open_now(at(FEAST - timedelta(days=10), 15), None) is False


def test_behind_the_end_of_ramadan_the_usual_hours_hold_again():
    row = entry({"opening_hours": USUAL + "; PH 10:00-12:00"}, {"opening_hours": FASTING, "season": "ramadan"})
    assert row.opens_next(at(LAST_OF_RAMADAN, 20), None) == at(FEAST, 10).replace(tzinfo=None)


def test_a_holiday_of_which_nothing_is_said_is_no_promise():
    opens = entry({"opening_hours": USUAL}).opens_next(at(LAST_OF_RAMADAN, 20), None)
    assert opens.date() > FEAST
    assert not holiday_name(opens.date())


def test_hours_for_some_days_end_with_them():
    monday = date(2026, 11, 23)
    row = entry(
        {"opening_hours": USUAL}, {"opening_hours": "Mo-Su 06:00-22:00", "valid_from": monday, "valid_to": monday}
    )
    assert row.open_now(at(monday, 21), None) is True
    assert row.opens_next(at(monday, 23), None) == at(monday + timedelta(days=1), 8).replace(tzinfo=None)


@pytest.mark.parametrize(("region", "zone"), [("91.71", "WIT"), ("51.71", "WITA"), ("32.73", "WIB")])
def test_a_page_says_the_hour_at_which_the_door_there_opens(region, zone):
    there = entry({"opening_hours": USUAL})
    there.areas.append(ServiceArea(region_code=region))
    assert ABBREVIATION[there.zone(None).key] == zone
    opens = there.opens_next(at(date(2026, 11, 23), 22), None)
    assert Template("{{ opens|date:'l H.i' }}").render(Context({"opens": opens})) == "Selasa 08.00"


def test_last_night_runs_over_midnight_by_the_hours_of_last_night():
    monday = date(2026, 11, 23)
    row = entry({"opening_hours": USUAL}, {"opening_hours": "Mo 20:00-03:00", "valid_from": monday, "valid_to": monday})
    assert row.open_now(at(monday + timedelta(days=1), 2), None) is True
    assert row.open_now(at(monday + timedelta(days=1), 4), None) is False


@pytest.mark.parametrize(
    ("channels", "met"), [([], False), (["email"], False), (["email", "phone"], True), (["whatsapp"], True)]
)
def test_a_mailbox_is_no_telephone(channels, met):
    contacts = [Contact(channel=channel) for channel in channels]
    assert freshness.criteria(Service(), locations=[], contacts=contacts, rules=[])["phone"] is met
