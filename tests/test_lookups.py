"""`among`: like `in`, with one parameter."""

import pytest

from rangkul.base import ids
from rangkul.commons.people.models import Staff, Unit


def test_finds_what_in_finds(cast, asking):
    wanted = [cast.ayu.pk, cast.sari.pk, ids.new_id()]
    with asking(cast.ayu):
        assert set(Staff.objects.filter(pk__among=wanted)) == {cast.ayu, cast.sari}
        assert set(Staff.objects.filter(unit__among=[cast.ayu.unit_id], full_name__among=[cast.ayu.full_name])) == {
            cast.ayu
        }


def test_nothing_is_among_nothing(cast, asking):
    with asking(cast.ayu):
        assert not Unit.objects.filter(pk__among=[]).exists()


@pytest.mark.parametrize("count", [1, 7])
def test_the_statement_does_not_depend_on_how_many(count):
    statement, params = Staff.objects.filter(pk__among=[ids.new_id() for _ in range(count)]).query.sql_with_params()
    assert statement.count("%s") == len(params) == 1
