"""How much strangers may say in an hour, counted without knowing who they are; and the history of the list, which
workers read; and who keeps an entry when an account is closed."""

from django.db import migrations

from rangkul.base.rls import also_see

BOUND = """
CREATE FUNCTION directory_said_lately(wanted uuid) RETURNS TABLE (here bigint, everywhere bigint)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*) FILTER (WHERE service_id = wanted AND made_at > now() - interval '1 day'), count(*)
    FROM directory_suggestion
   WHERE state = 'waiting' AND by_kind NOT IN ('staff', 'job')
     AND (made_at > now() - interval '1 hour' OR (service_id = wanted AND made_at > now() - interval '1 day')) $$;
"""
HISTORY = "(SELECT ask_kind()) = 'staff' AND \"table\" LIKE 'directory\\_%'"

# Whose account is closed hands on what they kept.
LEAVES = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"
LEAVING = (
    f"CREATE POLICY directory_service_leaving ON directory_service FOR UPDATE TO rangkul_app"
    f" USING ({LEAVES}) WITH CHECK ({LEAVES})"
)


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_who_sees_and_finds")]

    operations = [
        migrations.RunSQL(BOUND, "DROP FUNCTION directory_said_lately(uuid)"),
        also_see("base_version", "directory", HISTORY),
        migrations.RunSQL(LEAVING, "DROP POLICY directory_service_leaving ON directory_service"),
    ]
