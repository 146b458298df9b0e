"""Versioned lists of terms, read-only for the application."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

DANGERS = [
    ("", "Tidak ada tanda bahaya"),
    ("watch", "Perlu diperhatikan"),
    ("disaster", "Bencana"),
    ("exploitation", "Eksploitasi"),
    ("child", "Anak dalam bahaya"),
    ("violence", "Kekerasan"),
    ("life", "Nyawa terancam"),
]
# Only the owner's loader writes; there is no personal data here, so no row-level security.
READ_ONLY = "REVOKE INSERT, UPDATE ON taxonomy_taxonomy, taxonomy_term FROM rangkul_app"


def pk():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("base", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Taxonomy",
            fields=[
                ("id", pk()),
                ("name", models.CharField(max_length=20)),
                ("version", models.CharField(max_length=40)),
                ("source", models.CharField(max_length=120)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "version"), name="taxonomy_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=("name",),
                        name="taxonomy_one_current_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="taxonomy_ends_after_it_begins",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", pk()),
                (
                    "taxonomy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="taxonomy.taxonomy"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("place", models.PositiveSmallIntegerField()),
                ("label_id", models.CharField(max_length=120)),
                ("label_en", models.CharField(max_length=120)),
                ("legal_label_id", models.CharField(blank=True, max_length=120)),
                ("legal_label_en", models.CharField(blank=True, max_length=120)),
                ("hint_id", models.CharField(blank=True, max_length=160)),
                ("hint_en", models.CharField(blank=True, max_length=160)),
                ("gist", models.TextField(blank=True)),
                ("criteria", models.TextField(blank=True)),
                ("unit_or_age", models.CharField(blank=True, max_length=20)),
                ("youngest", models.PositiveSmallIntegerField(null=True)),
                ("oldest", models.PositiveSmallIntegerField(null=True)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("status", models.CharField(blank=True, max_length=120)),
                ("alias_of", models.CharField(blank=True, max_length=40)),
                ("icon", models.CharField(blank=True, max_length=40)),
                ("danger", models.CharField(blank=True, choices=DANGERS, max_length=20)),
                (
                    "suggests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
                "constraints": [models.UniqueConstraint(fields=("taxonomy", "code"), name="taxonomy_term_once")],
            },
        ),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]
