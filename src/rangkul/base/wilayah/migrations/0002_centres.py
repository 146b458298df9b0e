"""Where the middle of a region lies, and how far two points are from each other in a straight line."""

from django.db import migrations, models

CENTRES = [
    ("seat", "Ibu kota wilayah"),
    ("middle", "Tengah tempat yang dikenal di wilayah ini"),
    ("city", "Titik kota yang memuat wilayah ini"),
]
# `distance.km` in Python says the same.
KM = """
CREATE FUNCTION wilayah_km(latitude float8, longitude float8, to_latitude float8, to_longitude float8) RETURNS float8
  IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT 12742.0 * asin(sqrt(least(1.0,
    power(sind((to_latitude - latitude) / 2), 2)
    + cosd(latitude) * cosd(to_latitude) * power(sind((to_longitude - longitude) / 2), 2)))) $$;
"""
NO_KM = "DROP FUNCTION wilayah_km(float8, float8, float8, float8)"


class Migration(migrations.Migration):
    dependencies = [("wilayah", "0001_regions")]

    operations = [
        migrations.AddField("region", "latitude", models.FloatField(null=True)),
        migrations.AddField("region", "longitude", models.FloatField(null=True)),
        migrations.AddField(
            "region", "centre", models.CharField(blank=True, choices=CENTRES, db_default="", default="", max_length=8)
        ),
        migrations.AddConstraint(
            "region",
            models.CheckConstraint(
                name="wilayah_region_centre_is_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True, centre="")
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-12, 7),
                    longitude__isnull=False,
                    longitude__range=(94, 142),
                    centre__in=["seat", "middle", "city"],
                ),
            ),
        ),
        migrations.RunSQL(KM, NO_KM),
    ]
