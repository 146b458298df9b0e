"""Who may read who opened a case also reads what a guest who opened it is called, and nothing else of their seat."""

from django.db import migrations

GUESTS = """
CREATE FUNCTION conferences_guests(wanted uuid[])
  RETURNS TABLE (id uuid, key_id uuid, guest_name bytea, profession bytea)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    SELECT i.id, i.key_id, i.guest_name, i.profession
      FROM conferences_invitation i
      JOIN conferences_conference c ON c.id = i.conference_id
      JOIN cases_case k ON k.id = c.case_id
     WHERE i.id = ANY (wanted) AND i.staff_id IS NULL
       AND (holds(c.case_id)
            OR (ask_kind() = 'staff' AND c.agency_id = ask_agency()
                AND (ask_role('auditor', 'pdp') OR (ask_role('supervisor') AND k.unit_id = ask_unit()))))
  $$;
"""


class Migration(migrations.Migration):
    dependencies = [("conferences", "0002_who_sees_what"), ("cases", "0013_guests_read_too")]

    operations = [migrations.RunSQL(GUESTS, "DROP FUNCTION conferences_guests(uuid[])")]
