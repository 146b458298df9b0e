"""After ten wrong PINs the link of a guest opens nothing until the team gives a new one."""

from django.db import migrations, models

DOOR = """
CREATE OR REPLACE FUNCTION conferences_by_code(wanted text) RETURNS TABLE (id uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.id FROM conferences_invitation i
   WHERE i.code = wanted AND i.ended_at IS NULL AND i.valid_to > now() AND ask_kind() IS NOT NULL{locked};
$$;
"""
LOCKED = DOOR.format(locked=" AND i.locked_at IS NULL")


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0004_meetings_about_a_child"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="locked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invitation",
            name="wrong_codes",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.RunSQL(LOCKED, DOOR.format(locked="")),
    ]
