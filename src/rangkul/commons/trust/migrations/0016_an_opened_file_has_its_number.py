"""Which file was opened in an emergency, by the number that stands on it: whoever reviews the access often sees no
file themself, and a review that does not say of which file cannot be answered.

With the owner's eyes, for who opened it, who reviews it and the data officer. It tells a number, never a name; the file
of a person has none.
"""

from django.db import migrations

CALLED = """
CREATE FUNCTION trust_number_of_broken(glasses uuid[]) RETURNS TABLE (glass uuid, number text)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  mine uuid[] := ARRAY(SELECT b.id FROM trust_breakglass b WHERE b.id = ANY (glasses) AND b.agency_id = ask_agency()
    AND (b.staff_id = ask_staff() OR b.reviewer_id = ask_staff() OR ask_role('pdp')));
BEGIN
  IF to_regclass('cases_case') IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT b.id, f.number::text FROM trust_breakglass b JOIN cases_case f ON f.id = b.subject_id'
      ' WHERE b.subject_kind = ''case'' AND b.id = ANY ($1)' USING mine;
  END IF;
  IF to_regclass('intake_request') IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT b.id, left(f.ticket, 4) || ''-'' || substr(f.ticket, 5) FROM trust_breakglass b'
      ' JOIN intake_request f ON f.id = b.subject_id WHERE b.subject_kind = ''request'' AND b.id = ANY ($1)' USING mine;
  END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0015_a_referral_is_a_file")]

    operations = [migrations.RunSQL(CALLED, "DROP FUNCTION trust_number_of_broken(uuid[])")]
