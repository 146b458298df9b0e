"""A stream also wakes for whoever an event names: a head to whom something rose, a worker who was given something."""

from django.db import migrations

BODY = """
CREATE OR REPLACE FUNCTION tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rangkul', NEW.id || ' ' || coalesce(NEW.unit_id::text, '-') || ' ' || NEW.subject_id{more});
  RETURN NULL;
END $$;
"""
MORE = " || ' ' || coalesce(NEW.payload->>'to', '-') || ' ' || coalesce(NEW.payload->>'owner', '-')"


class Migration(migrations.Migration):
    dependencies = [("base", "0001_ground")]

    operations = [migrations.RunSQL(BODY.format(more=MORE), BODY.format(more=""))]
