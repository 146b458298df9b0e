"""A right that looks into every case of somebody takes milliseconds; to the planner it cost as much as a comparison.

In a small house it therefore read the whole table of workers, asking the right of everybody in other agencies: 65 ms for a
list on the board. Knowing the price it finds the few workers by their keys.
"""

from django.db import migrations

FUNCTIONS = ("cases_names_staff(uuid)", "cases_names_person(uuid)", "cases_names_household(uuid)")


def costing(price: int) -> str:
    return "".join(f"ALTER FUNCTION {name} COST {price};" for name in FUNCTIONS)


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_find_what_was_sent_back")]

    operations = [migrations.RunSQL(costing(10_000), costing(100))]
