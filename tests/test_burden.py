"""What the standard journeys cost stands in docs/burden.md, within its budget; the practice play counts it again."""

import pytest

from tests.support import burden


def test_every_standard_journey_stands_in_the_document():
    assert set(burden.table()) == set(burden.JOURNEYS)


@pytest.mark.parametrize("name", burden.JOURNEYS)
def test_no_journey_costs_more_than_its_budget(name):
    assert burden.table()[name].is_within, burden.table()[name]


def test_a_contact_takes_a_minute_and_five_fields_at_most():
    row = burden.table()["contact note"]
    assert (row.most_fields, row.most_seconds) == (5, 60)


@pytest.mark.parametrize("cost", [(7, 5, 0, 0, 60), (6, 6, 0, 0, 60), (6, 5, 0, 0, 61)])
def test_a_budget_can_be_overdrawn(cost):
    assert burden.Row(burden.Cost(6, 5, 0, 0, 60), 6, 5, 60).is_within
    assert not burden.Row(burden.Cost(*cost), 6, 5, 60).is_within
