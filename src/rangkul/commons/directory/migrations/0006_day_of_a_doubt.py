"""The day on which somebody said that a service has closed is a day of the calendar here: between midnight and seven in
the morning the database, which counts by UTC, still has yesterday."""

from django.db import migrations

DOUBT = """
CREATE OR REPLACE FUNCTION directory_doubt() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory_service SET doubt = NEW.topic, doubted_on = {day}
   WHERE id = NEW.service_id AND doubt = '';
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_parts_of_the_whole_list")]
    operations = [
        migrations.RunSQL(
            DOUBT.format(day="(NEW.made_at AT TIME ZONE 'Asia/Jakarta')::date"),
            DOUBT.format(day="NEW.made_at::date"),
        ),
    ]
