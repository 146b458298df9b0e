"""What the client is asked and answers is not for who asked for them, once they have a ticket of their own."""

from django.db import migrations

from rangkul.base.rls import narrow

FOR_CLIENT = "coalesce((SELECT ask_kind()), '') <> 'ticket' OR cases_for_client({table}.case_id)"


class Migration(migrations.Migration):
    dependencies = [("instruments", "0007_answers_before_a_case"), ("cases", "0024_tickets_of_a_case")]

    operations = [
        narrow("instruments_offer", "for_client", FOR_CLIENT.format(table="instruments_offer")),
        narrow("instruments_administration", "for_client", FOR_CLIENT.format(table="instruments_administration")),
    ]
