"""How the working together is, says the client; who asked for them reads it no more once they have a ticket of their own."""

from django.db import migrations

from rangkul.base.rls import narrow

FOR_CLIENT = "coalesce((SELECT ask_kind()), '') <> 'ticket' OR cases_for_client({table}.case_id)"


class Migration(migrations.Migration):
    dependencies = [("plans", "0010_rate_also_without_a_case"), ("cases", "0024_tickets_of_a_case")]

    operations = [
        narrow("plans_alliancerating", "for_client", FOR_CLIENT.format(table="plans_alliancerating")),
        narrow("plans_alliancewords", "for_client", FOR_CLIENT.format(table="plans_alliancewords")),
    ]
