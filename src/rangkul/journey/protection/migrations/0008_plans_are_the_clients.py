"""A plan for staying and leaving is not for who asked for the client, once they have a ticket of their own."""

from django.db import migrations

from rangkul.base.rls import narrow

FOR_CLIENT = "coalesce((SELECT ask_kind()), '') <> 'ticket' OR cases_for_client({table}.case_id)"


class Migration(migrations.Migration):
    dependencies = [("protection", "0007_begin_at_a_request"), ("cases", "0024_tickets_of_a_case")]

    operations = [
        narrow("protection_safetyplan", "for_client", FOR_CLIENT.format(table="protection_safetyplan")),
    ]
