"""Which file is meant, when somebody who sees none asks for it in an emergency: by case number, ticket or NIK.

With the owner's eyes, for who may break the glass, in their own agency, and never a file that is about themself. It
answers with an id alone; each question is an event, and opening is a further one that somebody else reviews.
"""

from django.db import migrations

CALLED = """
CREATE FUNCTION trust_file_called(called text, blind bytea) RETURNS TABLE (kind text, file uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT coalesce(ask_practises() OR ask_role('pdp'), false) THEN
    RAISE EXCEPTION 'only who may break the glass may ask this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF to_regclass('cases_case') IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT ''case''::text, id FROM cases_case WHERE number = $1 AND agency_id = ask_agency()'
      ' AND coalesce(against_id <> ask_staff(), true)' USING upper(called);
  END IF;
  IF to_regclass('intake_request') IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT ''request''::text, id FROM intake_request WHERE ticket = $1'
      ' AND agency_id = ask_agency() AND coalesce(against_id <> ask_staff(), true)'
      USING upper(replace(replace(called, '-', ''), ' ', ''));
  END IF;
  RETURN QUERY SELECT 'person'::text, p.id FROM people_person p
    WHERE p.nik_blind = blind AND p.agency_id = ask_agency() AND p.merged_into_id IS NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0008_a_register_of_breaches")]

    operations = [migrations.RunSQL(CALLED, "DROP FUNCTION trust_file_called(text, bytea)")]
