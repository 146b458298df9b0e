"""NIK and KK numbers: reference B.10 and its vectors."""

import json
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base.identifiers import FEMALE, MALE, mask, parse_kk, parse_nik

TODAY = date(2026, 11, 22)
VECTORS = json.loads(resources.files("rangkul.base").joinpath("data/vectors.json").read_text())


def nik(text, **more):
    return parse_nik(text, today=TODAY, **more)


def test_the_vectors_of_the_reference_are_read():
    woman, man = nik(VECTORS["nik"]["F 1990-08-17"]), nik(VECTORS["nik"]["M 1990-08-17"])
    assert (woman.sex, woman.birth_date, woman.area) == (FEMALE, date(1990, 8, 17), "32.73.01")
    assert (man.sex, man.birth_date, man.codes) == (MALE, date(1990, 8, 17), frozenset())


def test_the_thirty_first_of_february_is_refused():
    number = nik("3201017102930001")
    assert number.codes == {"date"}
    assert not number.valid


@pytest.mark.parametrize("day", ["00", "32", "40", "72", "99"])
def test_a_day_between_the_two_codings_is_refused(day):
    assert "date" in nik(f"327301{day}08900001").codes


def test_serial_zero_is_refused():
    assert nik("3273011708900000").codes == {"serial_zero"}


def test_an_unknown_area_warns_and_stays_valid():
    number = nik("3273011708900001", known_area=lambda code: False)
    assert number.valid
    assert number.codes == {"area_unknown"}


def test_the_area_is_asked_for_with_dots():
    asked = []
    nik("3273011708900001", known_area=lambda code: asked.append(code) or True)
    assert asked == ["32.73.01"]


@pytest.mark.parametrize(
    ("born", "readings", "asks"),
    [
        ("170824", [2024, 1924], True),
        ("231121", [2021, 1921], True),
        ("221120", [2020, 1920], False),
        ("170827", [1927], True),
        ("231131", [1931], False),
        ("211131", [1931], True),
        ("290200", [2000], False),
    ],
)
def test_the_century_is_asked_for_at_both_ends_of_life(born, readings, asks):
    number = nik(f"327301{born}0001")
    assert [reading.year for reading in number.birth_dates] == readings
    assert ("century" in number.codes) is asks


@pytest.mark.parametrize(
    "text",
    [
        "3273 0117 0890 0001",
        "32.73.01.170890.0001",
        " 3273011708900001\n",
        "３２７３０１１７０８９００００１",
    ],
)
def test_the_ways_people_write_it_are_one_number(text):
    assert nik(text).digits == "3273011708900001"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_digits"),
        ("327301170890000", "length"),
        ("32730117089000011", "length"),
        ("3273O11708900001", "not_digits"),
        ("٣٢٧٣٠١١٧٠٨٩٠٠٠٠١", "not_digits"),
        ("1" * 1_000_000, "length"),
        ("\x00" * 16, "not_digits"),
    ],
)
def test_what_is_no_number_is_refused_with_a_code(text, code):
    assert nik(text).codes == {code}


def test_it_is_shown_masked_and_never_in_a_log():
    number = nik("3273015708900001")
    assert number.masked == "327301******0001"
    assert "3273015708900001" not in repr(number)
    assert "1990" not in repr(number)


def test_masking_something_short_shows_nothing_of_it():
    assert mask("12345") == "*****"


def test_a_family_card_has_an_area_and_a_day_of_issue():
    card = parse_kk("3273011203150007", today=TODAY)
    assert (card.area, card.issued, card.codes) == ("32.73.01", date(2015, 3, 12), frozenset())


def test_a_womans_nik_in_the_place_of_a_family_card_is_named_as_such():
    assert parse_kk("3273015708900001", today=TODAY).codes == {"looks_like_nik"}


def test_a_family_card_with_an_unknown_area_only_warns():
    assert parse_kk("9973011203150007", today=TODAY, known_area=lambda code: False).valid


@given(
    st.dates(date(1932, 1, 1), date(2019, 12, 31)),
    st.booleans(),
    st.integers(1, 9999),
    st.from_regex(r"[1-9][0-9]{5}", fullmatch=True),
)
def test_every_number_that_can_be_built_reads_back(born, woman, serial, area):
    day = born.day + 40 if woman else born.day
    number = nik(f"{area}{day:02}{born:%m%y}{serial:04}")
    assert number.valid
    assert born in number.birth_dates
    assert number.sex == (FEMALE if woman else MALE)


@given(st.text(max_size=80))
def test_no_input_whatever_breaks_it(text):
    for number in (nik(text), parse_kk(text, today=TODAY)):
        assert number.valid or number.errors
        assert len(number.masked) == len(number.digits)


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_a_reading_never_lies_in_the_future(digits):
    assert all(reading <= TODAY for reading in nik(digits).birth_dates)
