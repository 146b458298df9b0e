"""The closed requests of a unit, latest first, from one index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_who_sees_what")]

    operations = [
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("state__in", ["accepted", "handed_over", "declined", "withdrawn"])),
                fields=["unit", "due_at", "id"],
                name="intake_request_done",
            ),
        )
    ]
