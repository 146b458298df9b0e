"""The age notes of reference B.1."""

import pytest

from rangkul.base.taxonomy import ages


@pytest.mark.parametrize(
    ("notation", "years"),
    [
        ("0-5", (0, 5)),
        ("6-18", (6, 18)),
        ("12-<18", (12, 17)),
        ("<18", (None, 17)),
        ("60+", (60, None)),
        ("18-59", (18, 59)),
        ("all", (None, None)),
        ("family", (None, None)),
        ("community", (None, None)),
        ("", (None, None)),
    ],
)
def test_the_notation_of_the_source_is_read(notation, years):
    assert ages.years(notation) == years


@pytest.mark.parametrize(
    ("notation", "fits", "does_not"),
    [
        ("0-5", [0, 5], [6]),
        ("6-18", [6, 18], [5, 19]),
        ("12-<18", [12, 17], [11, 18]),
        ("<18", [0, 17], [18]),
        ("60+", [60, 110], [59]),
        ("18-59", [18, 59], [17, 60]),
        ("all", [0, 50, 110], []),
    ],
)
def test_a_note_appears_only_where_the_age_does_not_fit(notation, fits, does_not):
    span = ages.years(notation)
    assert not any(ages.note(*span, age) for age in fits)
    assert all(ages.note(*span, age) for age in does_not)


def test_an_unknown_age_raises_no_question():
    assert ages.note(60, None, None) == ""


def test_the_note_says_both_ages():
    assert "60 tahun ke atas" in ages.note(60, None, 41)
    assert "41" in ages.note(60, None, 41)
    assert "6 sampai 18 tahun" in ages.note(6, 18, 3)
    assert "sampai 17 tahun" in ages.note(None, 17, 20)
