"""A right that has to look into every case is asked only where no cheaper one holds."""

import pytest
from django.db import connection

from rangkul.commons.people.models import Person, Staff

DEAR = {Staff: "cases_names_staff", Person: "cases_names_person"}


@pytest.mark.parametrize("model", DEAR)
def test_the_dear_right_is_asked_last(model, cast, asking):
    with asking(cast.ayu), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN SELECT * FROM {model._meta.db_table}")
        asked = next(line for (line,) in cursor.fetchall() if "Filter" in line)
    assert asked.index("agency_id") < asked.index(DEAR[model])


@pytest.mark.parametrize("function", [*DEAR.values(), "cases_names_household"])
def test_the_planner_knows_what_it_costs(db, function):
    """A newer version of such a function must say its price again: CREATE OR REPLACE forgets it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT procost FROM pg_proc WHERE proname = %s", [function])
        assert cursor.fetchone()[0] >= 10_000
