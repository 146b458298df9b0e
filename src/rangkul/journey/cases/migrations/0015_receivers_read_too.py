"""Whoever receives a referral reads of the case too: their reading stands in the one list, under the id of their door."""

from django.db import migrations

READINGS = """
CREATE FUNCTION trust_readings(subjects uuid[], most integer)
  RETURNS TABLE (at timestamptz, name varchar, who varchar, agency varchar, why text, guest uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    SELECT e.at, e.name, coalesce(s.called_name, ''), coalesce(a.name, ''), coalesce(e.payload ->> 'why', ''),
           CASE WHEN s.id IS NULL THEN e.by_id END
      FROM base_event e
      LEFT JOIN people_staff s ON s.id = e.by_id
      LEFT JOIN people_agency a ON a.id = s.agency_id
     WHERE e.subject_id = ANY (subjects) AND e.name IN ('file.opened', 'nik.revealed', 'glass.broken')
       AND (s.id IS NOT NULL OR (e.by_kind = 'ticket' AND {whose}))
       AND (e.subject_id = ask_ticket()
            OR holds(e.subject_id)
            OR (ask_kind() = 'ticket' AND EXISTS (
              SELECT 1 FROM intake_request r WHERE r.id = ask_ticket() AND r.for_whom = 'self'
                 AND r.person_id = e.subject_id))
            OR (ask_kind() = 'staff' AND e.agency_id = ask_agency()
                AND (ask_role('auditor', 'pdp')
                     OR (ask_role('supervisor') AND (e.unit_id = ask_unit() OR EXISTS (
                       SELECT 1 FROM cases_case c WHERE c.id = e.subject_id AND c.unit_id = ask_unit()
                          AND c.against_id IS DISTINCT FROM ask_staff()))))))
     ORDER BY e.id DESC LIMIT most
  $$;
"""
BEFORE = READINGS.replace("{whose}", "e.payload ->> 'why' = 'conference'")
NOW = READINGS.replace("{whose}", "e.payload ->> 'why' IN ('conference', 'referral')")
DROP = "DROP FUNCTION trust_readings(uuid[], integer);"


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_what_is_late_without_a_case"), ("trust", "0015_a_referral_is_a_file")]

    operations = [migrations.RunSQL(DROP + NOW, DROP + BEFORE)]
