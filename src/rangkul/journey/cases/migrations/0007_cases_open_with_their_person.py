"""Who opened a person in an emergency needs the running cases of that person; whether there are any was no hint before."""

from django.db import migrations

OPENED_WITH = """
CREATE FUNCTION cases_opened_with(person uuid) RETURNS uuid[]
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM cases_case c
   WHERE c.agency_id = ask_agency() AND c.state = 'open' AND coalesce(c.against_id <> ask_staff(), true)
     AND (c.person_id = person
          OR EXISTS (SELECT 1 FROM cases_caseperson p WHERE p.case_id = c.id AND p.person_id = person AND p.until IS NULL))
     AND EXISTS (SELECT 1 FROM trust_accessgrant g WHERE g.subject_id = person AND g.grantee_id = ask_staff()
                    AND g.basis = 'break_glass' AND g.valid_to > now());
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_a_team_sees_where_somebody_hides")]

    operations = [migrations.RunSQL(OPENED_WITH, "DROP FUNCTION cases_opened_with(uuid)")]
