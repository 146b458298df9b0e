"""A document that is given to the client is not for who asked for them, once they have a ticket of their own."""

from django.db import migrations

from rangkul.base.rls import narrow

FOR_CLIENT = "coalesce((SELECT ask_kind()), '') <> 'ticket' OR cases_for_client({table}.case_id)"


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_who_sees_what"), ("cases", "0024_tickets_of_a_case")]

    operations = [
        narrow("reports_paper", "for_client", FOR_CLIENT.format(table="reports_paper")),
    ]
