"""Telephone numbers: reference B.9 (short numbers) and B.12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base.phones import ABROAD, FIXED, MOBILE, SHORT, parse_phone


@pytest.mark.parametrize(
    "text",
    [
        "0812 3456 7890",
        "812-3456-7890",
        "+62 (0)812-3456-7890",
        "6281234567890",
        "0062 812 34567890",
        "０８１２３４５６７８９０",
    ],
)
def test_the_ways_people_write_a_mobile_are_one_number(text):
    phone = parse_phone(text)
    assert (phone.kind, phone.e164, phone.codes) == (MOBILE, "+6281234567890", frozenset())


def test_a_mobile_is_shown_as_people_write_it_and_linked_without_a_plus():
    phone = parse_phone("081234567890")
    assert (phone.national, phone.whatsapp) == ("0812-3456-7890", "6281234567890")


def test_a_landline_has_no_whatsapp():
    phone = parse_phone("(0274) 555-123")
    assert (phone.kind, phone.e164, phone.whatsapp) == (FIXED, "+62274555123", "")


@pytest.mark.parametrize("text", ["110", "112", "119", "129", "1500-771", "021-129"])
def test_a_short_number_is_a_kind_of_its_own(text):
    phone = parse_phone(text, personal=False)
    assert (phone.kind, phone.e164, phone.valid) == (SHORT, "", True)
    assert phone.number == phone.national == phone.masked != ""


def test_a_short_number_is_never_somebodys_phone():
    assert parse_phone("112").codes == {"short"}


def test_an_extension_is_kept_apart():
    phone = parse_phone("119 ext 8", personal=False)
    assert (phone.number, phone.extension) == ("119", "8")


def test_a_number_from_abroad_is_kept_with_a_warning():
    phone = parse_phone("+65 9123 4567")
    assert (phone.kind, phone.e164, phone.valid, phone.codes) == (ABROAD, "+6591234567", True, {"abroad"})


@pytest.mark.parametrize("length", range(9, 13))
def test_every_mobile_length_of_the_numbering_plan_is_taken(length):
    assert parse_phone("08" + "1" * (length - 1)).valid


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_a_number"),
        ("halo", "not_a_number"),
        ("0812345", "length"),
        ("08123456789012", "length"),
        ("0999999999", "invalid"),
        ("0" * 1_000_000, "length"),
        ("0812;DROP TABLE", "not_a_number"),
        ("+", "not_a_number"),
    ],
)
def test_what_is_no_number_is_refused_with_a_code(text, code):
    assert parse_phone(text).codes == {code}


def test_it_is_never_in_a_log():
    assert "234567" not in repr(parse_phone("081234567890"))
    assert parse_phone("081234567890").masked == "+62812*****890"


@given(st.from_regex(r"8[1-9][0-9]{7,10}", fullmatch=True))
def test_the_national_form_reads_back(rest):
    phone = parse_phone(f"0{rest}")
    assert parse_phone(phone.national).e164 == phone.e164 == f"+62{rest}"


@given(st.text(max_size=50))
def test_no_input_whatever_breaks_it(text):
    phone = parse_phone(text)
    assert phone.valid or phone.errors
    assert phone.national is not None
