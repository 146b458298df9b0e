"""Whoever is tied to the person of a request that joined a case holds nothing of that case, as where the case came of the
request: they are not its worker, not in its team, and sign nothing; nor is it opened again in their hands."""

from django.db import migrations

TIED = """
CREATE OR REPLACE FUNCTION cases_is_tied(wanted uuid, worker uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted AND intake_is_tied(c.request_id, worker))
      OR EXISTS (SELECT 1 FROM cases_caseticket t WHERE t.case_id = wanted AND intake_is_tied(t.request_id, worker));
$$;
CREATE FUNCTION cases_tied(wanted uuid) RETURNS SETOF uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.staff_id FROM intake_conflict x
   WHERE ask_kind() IN ('staff', 'job')
     AND (x.request_id = (SELECT c.request_id FROM cases_case c WHERE c.id = wanted)
          OR x.request_id IN (SELECT t.request_id FROM cases_caseticket t WHERE t.case_id = wanted));
$$;
CREATE TRIGGER later_worker_is_not_tied BEFORE UPDATE OF worker_id, state ON cases_case FOR EACH ROW
  WHEN ((NEW.worker_id <> OLD.worker_id OR NEW.state = 'open' AND OLD.state <> 'open')
        AND cases_is_tied(NEW.id, NEW.worker_id))
  EXECUTE FUNCTION intake_refuse_tied();
CREATE TRIGGER member_is_not_tied BEFORE INSERT ON cases_teammember FOR EACH ROW
  WHEN (NEW.until IS NULL AND cases_is_tied(NEW.case_id, NEW.staff_id))
  EXECUTE FUNCTION intake_refuse_tied();
"""
FREE = """
DROP TRIGGER member_is_not_tied ON cases_teammember;
DROP TRIGGER later_worker_is_not_tied ON cases_case;
DROP FUNCTION cases_tied(uuid);
CREATE OR REPLACE FUNCTION cases_is_tied(wanted uuid, worker uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted AND intake_is_tied(c.request_id, worker));
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0030_stepping_aside_knows_what_joined"),
        ("intake", "0017_who_steps_aside_reads_no_more"),
    ]

    operations = [migrations.RunSQL(TIED, FREE)]
