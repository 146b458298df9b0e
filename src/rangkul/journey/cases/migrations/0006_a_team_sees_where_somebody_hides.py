"""Who may see a case may see its people whole: also the address where one of them hides. And the client reads in the
portal who opened their person's file, not only who opened request and case."""

from django.db import migrations

from rangkul.base.rls import also_see

STAFF = "(SELECT ask_kind()) = 'staff'"

# As in trust, and: the holder of the ticket from which a case grew, where they asked for themself.
READINGS = """
CREATE OR REPLACE FUNCTION trust_readings(subjects uuid[], most integer)
  RETURNS TABLE (at timestamptz, name varchar, who varchar, agency varchar, why text)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    SELECT e.at, e.name, s.called_name, a.name, coalesce(e.payload ->> 'why', '')
      FROM base_event e JOIN people_staff s ON s.id = e.by_id JOIN people_agency a ON a.id = s.agency_id
     WHERE e.subject_id = ANY (subjects) AND e.name IN ('file.opened', 'nik.revealed', 'glass.broken')
       AND (e.subject_id = ask_ticket()
            OR holds(e.subject_id)
            {more}
            OR (ask_kind() = 'staff' AND e.agency_id = ask_agency()
                AND (ask_role('auditor', 'pdp') OR (ask_role('supervisor') AND e.unit_id = ask_unit()))))
     ORDER BY e.id DESC LIMIT most
  $$;
"""
THEMSELF = """OR (ask_kind() = 'ticket' AND EXISTS (
              SELECT 1 FROM intake_request r WHERE r.id = ask_ticket() AND r.for_whom = 'self'
                 AND r.person_id = e.subject_id))"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_who_may_be_told"), ("trust", "0007_rights_of_persons")]

    operations = [
        also_see("people_address", "through_case", f"{STAFF} AND cases_names_person(person_id)"),
        migrations.RunSQL(READINGS.replace("{more}", THEMSELF), READINGS.replace("{more}", "")),
    ]
