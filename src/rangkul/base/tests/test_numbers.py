"""A number on a page is rounded as people round, never cut."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import override

from rangkul.base.numbers import at_most, rounded


def test_a_number_is_rounded_half_away_from_nought_in_the_notation_of_the_language():
    with override("id"):
        assert number_format(61.29, 1) == "61,2", "what the framework does by itself"
        told = [rounded(61.29), rounded(61.25), rounded(0.125, 2), rounded(-0.25), rounded(2), rounded(12.5, 0)]
        assert told == ["61,3", "61,3", "0,13", "-0,3", "2,0", "13"]
        assert [at_most(one) for one in (2.0, 2.04, 2.05, -0.04, Decimal("1E+2"))] == ["2", "2", "2,1", "0", "100"]
    with override("en"):
        assert (rounded(61.25), at_most(2.05)) == ("61.3", "2.1")
