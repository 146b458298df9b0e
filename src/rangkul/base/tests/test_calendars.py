"""A meeting as a file that every calendar reads."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from rangkul.base.calendars import event
from rangkul.base.clock import WIB, WIT, WITA

KEY = UUID(int=7)
MADE = datetime(2026, 11, 26, tzinfo=UTC)


def told(begins, title="Janji") -> list[str]:
    return event(KEY, begins, title, changed_at=MADE).decode().split("\r\n")


@pytest.mark.parametrize(("zone", "utc"), [(WIB, "030000"), (WITA, "020000"), (WIT, "010000")])
def test_ten_o_clock_is_another_moment_in_each_zone(zone, utc):
    lines = told(datetime(2026, 11, 27, 10, tzinfo=zone))
    assert f"DTSTART:20261127T{utc}Z" in lines


def test_it_is_whole_and_the_same_event_when_it_is_taken_again():
    lines = told(datetime(2026, 11, 27, 10, tzinfo=WIB))
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert f"UID:{KEY}@rangkul" in lines
    assert lines == told(datetime(2026, 11, 27, 10, tzinfo=WIB))


def test_words_are_no_lines_and_long_ones_are_folded_between_letters():
    whole = event(KEY, MADE, "Janji; satu, dua\nATTACH:http://x " + "é" * 90, changed_at=MADE)
    assert b"\r\nATTACH" not in whole
    assert rb"Janji\; satu\, dua\nATTACH" in whole
    assert all(len(line) <= 75 for line in whole.split(b"\r\n"))
    assert ("é" * 90) in whole.replace(b"\r\n ", b"").decode()
