"""The places in the bar: seven at most beside each other, the rest behind "Lainnya"."""

import re

import pytest
from django.urls import reverse


def bar(signed_in, staff, name):
    page = signed_in(staff).get(reverse(name)).content.decode()
    return re.search(r'<ul class="nav">(.*?)</nav>', page, re.DOTALL)[1]


def test_who_has_few_places_sees_them_all(signed_in, cast):
    assert "<details" not in bar(signed_in, cast.adi, "accounts:staff")


def test_a_supervisor_finds_the_rest_behind_one_word(signed_in, cast):
    row, rest = bar(signed_in, cast.sari, "desks:today").split("<details")
    assert row.count("<a ") == 7
    for name in ("trust:reviews", "lines:keep"):
        assert f'href="{reverse(name)}"' in rest


@pytest.mark.parametrize("name", ["trust:reviews", "people:register"])
def test_the_place_where_one_is_stands_in_the_row(signed_in, cast, name):
    row, rest = bar(signed_in, cast.sari, name).split("<details")
    assert f'href="{reverse(name)}" aria-current="page"' in row
    assert reverse(name) not in rest
    assert row.count("<a ") == 7
