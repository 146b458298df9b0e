"""What lies around a point is found by an index. With the owner's eyes, because a policy would keep it from that index;
so it finds only what everybody may see."""

from django.db import migrations, models

# First a box of degrees, then the distance itself. Where the box would reach over a pole or the date line it is as wide
# as the Earth.
NEAR = """
CREATE FUNCTION directory_near(here_latitude float8, here_longitude float8, within_km float8) RETURNS SETOF uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  north float8 := degrees(within_km / 6371.0);
  east float8 := 360;
BEGIN
  IF ask_kind() IS NULL THEN RETURN; END IF;
  IF abs(here_latitude) + north < 90 THEN east := asind(sind(north) / cosd(here_latitude)); END IF;
  IF abs(here_longitude) + east > 180 THEN east := 360; END IF;
  RETURN QUERY SELECT l.id FROM directory_location l
    WHERE l.public
      AND l.latitude BETWEEN (here_latitude - north)::numeric AND (here_latitude + north)::numeric
      AND l.longitude BETWEEN (here_longitude - east)::numeric AND (here_longitude + east)::numeric
      AND wilayah_km(here_latitude, here_longitude, l.latitude::float8, l.longitude::float8) <= within_km;
END $$;
"""
NO_NEAR = "DROP FUNCTION directory_near(float8, float8, float8)"


class Migration(migrations.Migration):
    dependencies = [("directory", "0016_placed_by_an_edition")]

    operations = [
        migrations.AddIndex(
            "location",
            models.Index(
                condition=models.Q(public=True, latitude__isnull=False),
                fields=["latitude", "longitude"],
                name="directory_location_by_point",
            ),
        ),
        migrations.RunSQL(NEAR, NO_NEAR),
    ]
