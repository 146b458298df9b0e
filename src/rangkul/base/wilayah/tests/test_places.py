"""What codes say by themselves, and how places are written: reference B.12 and B.13."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base import clock
from rangkul.base.wilayah import folding, places
from rangkul.base.wilayah.queries import zone
from rangkul.base.wilayah.states import RegionKind


@pytest.mark.parametrize(
    ("area", "code", "inside"),
    [
        ("32.04", "32.04.31.2002", True),
        ("32.04", "32.04", True),
        ("", "32.04", True),
        ("32.04", "32", False),
        ("32.0", "32.04", False),
        ("32.04.3", "32.04.31", False),
        ("33", "32.04", False),
    ],
)
def test_an_area_contains_what_lies_in_it_and_nothing_that_only_looks_alike(area, code, inside):
    assert places.contains(area, code) is inside


@pytest.mark.parametrize(
    ("code", "name", "written"),
    [
        ("32", "Jawa Barat", "Jawa Barat"),
        ("32.04", "Kabupaten Bandung", "Kab. Bandung"),
        ("32.77", "Kota Cimahi", "Kota Cimahi"),
        ("32.77.01", "Cimahi Selatan", "Kec. Cimahi Selatan"),
        ("94.01.01", "Nabire", "Distrik Nabire"),
        ("34.04.07", "Depok", "Kapanewon Depok"),
        ("34.71.01", "Tegalrejo", "Kemantren Tegalrejo"),
        ("32.77.01.1002", "Cibeureum", "Kel. Cibeureum"),
        ("32.04.31.2002", "Cibeureum", "Desa Cibeureum"),
        ("34.04.07.2001", "Caturtunggal", "Kalurahan Caturtunggal"),
        ("13.06.01.2001", "Lubuk Basung", "Nagari Lubuk Basung"),
        ("91.03.01.3001", "Yoboi", "Desa Adat Yoboi"),
    ],
)
def test_a_place_is_written_as_people_there_write_it(code, name, written):
    assert places.label(code, name) == written


def test_the_fourth_part_says_the_kind_of_village():
    kinds = [places.kind(f"32.01.01.{first}001", "X") for first in "123"]
    assert kinds == [RegionKind.URBAN_VILLAGE, RegionKind.VILLAGE, RegionKind.CUSTOMARY_VILLAGE]


@pytest.mark.parametrize(
    ("code", "abbreviation"),
    [
        ("32.04", "WIB"),
        ("61.01", "WIB"),
        ("62", "WIB"),
        ("51", "WITA"),
        ("63", "WITA"),
        ("73.71", "WITA"),
        ("81", "WIT"),
        ("82", "WIT"),
        ("96.01", "WIT"),
        ("", "WIB"),
    ],
)
def test_a_place_keeps_its_zone(code, abbreviation):
    assert clock.ABBREVIATION[zone(code).key] == abbreviation


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True), st.integers(1, 14))
def test_what_folds_from_the_first_letters_begins_what_folds_from_the_word(word, length):
    whole, typed = folding.fold_word(word), folding.fold_word(word[:length])
    # A doubled or silent letter may still be open at the very end of what was typed.
    assert whole.startswith((typed, typed[:-1]))


@given(st.text(max_size=120))
def test_no_question_whatever_breaks_it(text):
    for words in folding.questions(text):
        assert len(words) <= folding.MOST_WORDS
        assert all(word.isascii() and word.isalnum() for word in words)
