"""The dead suicide line is found in any spelling."""

import pytest

from rangkul.entry.crisis.hotlines.blocklist import dead_numbers_in, is_dead


@pytest.mark.parametrize("number", ["500-454", "500454", "500 454", "(021) 500-454", "+62 21 500454", "021500454"])
def test_the_dead_line_is_known_in_any_spelling(number):
    assert is_dead(number)


@pytest.mark.parametrize("number", ["119", "129", "1500-771", "5004541", "", "1500454"])
def test_living_numbers_are_not(number):
    assert not is_dead(number)


def test_it_is_found_inside_a_text():
    text = "Hubungi 119, atau hotline 500-454 (24 jam), atau (021) 500 454."
    assert len(dead_numbers_in(text)) == 2
    assert dead_numbers_in("Tahun 2014, 26 kategori, 1500-771.") == []
