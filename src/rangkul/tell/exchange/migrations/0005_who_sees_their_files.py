"""Files of a referral from another house are seen with it; the house keeps them."""

from django.db import migrations

from rangkul.base.rls import protect, through

JOB = "(SELECT ask_kind()) = 'job'"


class Migration(migrations.Migration):
    dependencies = [("exchange", "0004_files_travel_too")]

    operations = [
        protect(
            "exchange_incomingfile",
            see=through("exchange_incoming", "exchange_incomingfile.incoming_id"),
            add=JOB,
            change=JOB,
        ),
    ]
