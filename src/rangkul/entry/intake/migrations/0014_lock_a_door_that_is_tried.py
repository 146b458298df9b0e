"""After ten wrong PINs a ticket opens nothing until a worker makes a new PIN."""

from django.db import migrations, models

DOOR = """
CREATE OR REPLACE FUNCTION intake_by_ticket(wanted text) RETURNS TABLE (id uuid, pin_generation smallint)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, r.pin_generation FROM intake_request r
   WHERE r.ticket = wanted AND ask_kind() IS NOT NULL{locked};
$$;
"""
LOCKED = DOOR.format(locked=" AND r.locked_at IS NULL")


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0013_bound_the_waiting_list"),
    ]

    operations = [
        migrations.AddField(
            model_name="request",
            name="locked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="request",
            name="wrong_codes",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        # The running release writes rows without it. Not as `db_default`, which would read back what the public may not see.
        migrations.RunSQL(
            "ALTER TABLE intake_request ALTER COLUMN wrong_codes SET DEFAULT 0",
            "ALTER TABLE intake_request ALTER COLUMN wrong_codes DROP DEFAULT",
        ),
        migrations.RunSQL(LOCKED, DOOR.format(locked="")),
    ]
