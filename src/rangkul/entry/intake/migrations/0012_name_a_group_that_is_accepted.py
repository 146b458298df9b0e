"""A group or community that is accepted bears its own name from the first day."""

from django.db import migrations, models

# Known to the database alone: Django would read a default of its own back, and whoever hands in may read nothing.
_DEFAULT = "ALTER TABLE intake_request ALTER COLUMN client_name SET DEFAULT ''"


class Migration(migrations.Migration):
    dependencies = [("intake", "0011_let_reports_come_in")]

    operations = [
        migrations.AddField(
            model_name="request",
            name="client_name",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.RunSQL(_DEFAULT, "ALTER TABLE intake_request ALTER COLUMN client_name DROP DEFAULT"),
    ]
