"""Opening hours: read, judged at a moment, refused where they contradict themselves, typed back as they are shown."""

from datetime import date, datetime

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkul.base import opening
from rangkul.base.clock import WIB

OFFICE = "Mo-Th 08:00-12:00,13:00-16:00; Fr 08:00-11:30; PH off"
NIGHT = "Fr-Sa 20:00-04:00"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open"),
    [
        (OFFICE, "2026-11-23T08:00", True),
        (OFFICE, "2026-11-23T12:30", False),
        (OFFICE, "2026-11-23T16:00", False),
        (OFFICE, "2026-11-27T11:29", True),
        (OFFICE, "2026-11-28T10:00", False),
        # Independence day, a Monday.
        (OFFICE, "2026-08-17T09:00", False),
        # Nothing is said of holidays: nobody knows, but by night it is closed anyhow.
        ("Mo-Fr 08:00-16:00", "2026-08-17T09:00", None),
        ("Mo-Fr 08:00-16:00", "2026-08-17T19:00", False),
        ("24/7", "2026-08-17T09:00", True),
        ("Mo-Fr 08:00-16:00; PH 10:00-12:00", "2026-08-17T09:00", False),
        ("Mo-Fr 08:00-16:00; PH 10:00-12:00", "2026-08-17T11:00", True),
        (NIGHT, "2026-11-28T03:59", True),
        (NIGHT, "2026-11-28T04:00", False),
        (NIGHT, "2026-11-29T02:00", True),
        ("Sa-Mo 09:00-10:00", "2026-11-29T09:30", True),
        ("24/7", "2026-11-29T03:00", True),
        ("Mo-Su 08:00-24:00", "2026-11-29T23:59", True),
        ("Mo-Su 08:00-16:00; Fr off", "2026-11-27T09:00", False),
        ("off", "2026-11-27T09:00", False),
    ],
)
def test_open_or_not(hours, moment, is_open):
    assert opening.parse(hours).is_open(at(moment), WIB) is is_open


@pytest.mark.parametrize(
    "text",
    [
        "", "kapan saja", "Mo-Fr", "Mo-Fr 08:00", "Mo-Fr 25:00-26:00", "Mo 08:60-09:00", "Mo 08:00-08:00",
        "Mo 08:00-12:00,11:00-15:00", "Mo-Fr 08:00-16:00; We 09:00-10:00", "Mo 20:00-09:00; Tu 08:00-12:00",
        "Mo off; Tu off", "x" * 500, "Mo-Fr 08:00-16:00 || Sa", "Mo\x00",
    ],
)  # fmt: skip
def test_what_is_contradictory_or_unknown_is_refused_in_words(text):
    with pytest.raises(opening.HoursError) as error:
        opening.parse(text)
    assert error.value.message


def test_the_next_opening_skips_what_is_closed():
    assert opening.parse(OFFICE).opens_next(at("2026-11-27T12:00"), WIB) == at("2026-11-30T08:00")
    # The Monday is a holiday of which nothing is said.
    assert opening.parse("Mo-Fr 08:00-16:00").opens_next(at("2026-08-14T17:00"), WIB) == at("2026-08-18T08:00")
    assert opening.parse("off").opens_next(at("2026-11-27T12:00"), WIB) is None


@pytest.mark.parametrize(
    ("typed", "notation"),
    [
        ("Senin–Jumat 08.00–16.00; libur tutup", "Mo-Fr 08:00-16:00; PH off"),
        ("Sen-Kam 08.00-12.00, 13.00-16.00; Jum'at 08.00 s/d 11.30", "Mo-Th 08:00-12:00,13:00-16:00; Fr 08:00-11:30"),
        ("setiap hari jam 9.00 sampai 17.00", "Mo-Su 9:00-17:00"),
        ("24 jam", "24/7"),
        (OFFICE, OFFICE),
    ],
)
def test_hours_are_typed_as_people_say_them(typed, notation):
    assert opening.notation(typed) == notation
    opening.parse(opening.notation(typed))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(
    st.dictionaries(st.sampled_from(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")),
                    st.tuples(st.integers(0, 11), st.integers(12, 23)), min_size=1)
)  # fmt: skip
def test_what_is_shown_can_be_typed_back(days):
    hours = opening.parse("; ".join(f"{day} {a:02}:15-{b:02}:00" for day, (a, b) in days.items()))
    again = opening.parse(opening.notation("; ".join(opening.in_words(hours))))
    kept = {day: spans for day, spans in hours.days.items() if spans}
    assert {day: spans for day, spans in again.days.items() if spans} == kept


def test_what_is_shown_in_english_can_be_typed_back_too():
    with override("en"):
        shown = "; ".join(opening.in_words(opening.parse(OFFICE)))
    assert "Monday" in shown
    assert opening.parse(opening.notation(shown)).days == opening.parse(OFFICE).days | {5: (), 6: ()}


def test_ramadan_is_the_month_before_the_feast():
    # Idulfitri on 20 and 21 March 2026 by the list of holidays.
    assert opening.is_ramadan(date(2026, 3, 1))
    assert not opening.is_ramadan(date(2026, 4, 1))
    assert not opening.is_ramadan(date(2026, 1, 10))


def test_when_a_holiday_of_which_nothing_is_said_would_end_nobody_knows():
    usual = opening.parse("Mo-Fr 08:00-16:00")
    assert usual.closes(at("2026-08-17T09:00"), WIB) is None
    assert usual.closes(at("2026-08-18T09:00"), WIB) == at("2026-08-18T16:00")
