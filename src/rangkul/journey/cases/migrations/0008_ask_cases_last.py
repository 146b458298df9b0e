"""Whether a case names a worker, a person or a household was asked of every row before the cheap rights: 2 ms for each
worker on a page of a house with 287,000 cases. It is asked last now, so only of those whom no standing right shows."""

from django.db import migrations

from rangkul.base.rls import ask_last

TABLES = ("people_staff", "people_person", "people_household", "people_address", "base_event")


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_cases_open_with_their_person")]

    operations = [ask_last(table, "through_case") for table in TABLES]
