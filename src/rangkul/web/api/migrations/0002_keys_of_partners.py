"""Keys also for the sites of partners, with what each may open and when it was last used."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

SCOPES = [
    ("submit", "Mengirim permintaan bantuan"),
    ("follow", "Mengikuti permintaan dengan tiket dan PIN"),
    ("search", "Mencari orang, kasus, dan permintaan"),
    ("read", "Membaca ringkasan kasus"),
    ("record", "Mencatat kegiatan pada kasus"),
]
FILL = """
UPDATE api_apitoken k SET agency_id = s.agency_id, scopes = ARRAY['search', 'read', 'record']
  FROM people_staff s WHERE s.id = k.staff_id
"""


class Migration(migrations.Migration):
    dependencies = [("api", "0001_tokens"), ("people", "0001_people")]

    operations = [
        migrations.AlterField(
            "apitoken",
            "staff",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.staff",
            ),
        ),
        migrations.AddField(
            "apitoken",
            "agency",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
            ),
        ),
        migrations.AddField(
            "apitoken",
            "scopes",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=SCOPES, max_length=10), size=None, default=list
            ),
            preserve_default=False,
        ),
        migrations.AddField("apitoken", "hourly", models.PositiveIntegerField(default=300)),
        migrations.AddField("apitoken", "last_used_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
