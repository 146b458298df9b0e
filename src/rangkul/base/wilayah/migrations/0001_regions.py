"""Regions, the beginnings of their names, and the loaded edition."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

LEVELS = [(1, "Provinsi"), (2, "Kabupaten/kota"), (3, "Kecamatan"), (4, "Desa/kelurahan")]
KINDS = [
    ("province", "Provinsi"),
    ("regency", "Kabupaten"),
    ("city", "Kota"),
    ("district", "Kecamatan"),
    ("urban_village", "Kelurahan"),
    ("village", "Desa"),
    ("customary_village", "Desa adat"),
]
# Only the owner's loader writes; there is no personal data here, so no row-level security.
READ_ONLY = "REVOKE INSERT, UPDATE ON wilayah_region, wilayah_regionstart, wilayah_edition FROM rangkul_app"


class Migration(migrations.Migration):
    initial = True
    dependencies = [("base", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Region",
            fields=[
                ("code", models.CharField(max_length=13, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("level", models.PositiveSmallIntegerField(choices=LEVELS)),
                ("kind", models.CharField(choices=KINDS, max_length=20)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="wilayah.region",
                    ),
                ),
                ("path", models.CharField(max_length=250)),
                ("search_key", models.CharField(max_length=250)),
                ("postal_code", models.CharField(blank=True, max_length=5)),
                ("bps_code", models.CharField(max_length=10, null=True)),
                ("valid_from", models.DateField(null=True)),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", 1), ("parent__isnull", True)),
                            models.Q(("level__gt", 1), ("parent__isnull", False)),
                            _connector="OR",
                        ),
                        name="wilayah_region_parent_fits_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="wilayah_region_ends_after_it_begins",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="RegionStart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "region",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wilayah.region",
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("level", models.PositiveSmallIntegerField()),
                ("whole", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        django.contrib.postgres.indexes.OpClass("key", name="text_pattern_ops"),
                        name="wilayah_start_by_key",
                    ),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass("key", name="text_pattern_ops"),
                        condition=models.Q(("level__lt", 4)),
                        name="wilayah_start_of_large",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=120)),
                ("loaded_on", models.DateField()),
            ],
        ),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
    ]
