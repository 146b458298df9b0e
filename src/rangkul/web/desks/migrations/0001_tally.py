from django.db import migrations, models

import rangkul.base.clock
from rangkul.base.rls import protect

MEASURES = ["requests_open", "requests_late", "cases_open", "cases_high", "cases_quiet", "staff"]


class Migration(migrations.Migration):
    initial = True
    dependencies = [("base", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("agency_id", models.UUIDField()),
                ("unit_id", models.UUIDField()),
                ("measure", models.CharField(max_length=16)),
                ("n", models.IntegerField()),
                ("counted_at", models.DateTimeField(default=rangkul.base.clock.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("agency_id", "unit_id", "measure"), name="desks_tally_once")
                ]
            },
        ),
        protect(
            "desks_tally",
            see="(SELECT ask_kind()) = 'job' OR (agency_id = (SELECT ask_agency())"
            " AND (SELECT ask_role('pimpinan', 'supervisor')))",
            add="(SELECT ask_kind()) = 'job'",
        ),
    ]
