"""Whoever said that they are tied to the person of a request holds no case that came of it, and signs nothing there."""

from django.db import migrations

TIED = """
CREATE TRIGGER worker_is_not_tied BEFORE INSERT OR UPDATE OF worker_id ON cases_case FOR EACH ROW
  WHEN (NEW.request_id IS NOT NULL AND intake_is_tied(NEW.request_id, NEW.worker_id))
  EXECUTE FUNCTION intake_refuse_tied();
CREATE FUNCTION cases_is_tied(wanted uuid, worker uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted AND intake_is_tied(c.request_id, worker));
$$;
CREATE TRIGGER signer_is_not_tied BEFORE UPDATE OF decided_by_id ON cases_signature FOR EACH ROW
  WHEN (NEW.decided_by_id IS NOT NULL AND cases_is_tied(NEW.case_id, NEW.decided_by_id))
  EXECUTE FUNCTION intake_refuse_tied();
"""
FREE = """
DROP TRIGGER signer_is_not_tied ON cases_signature; DROP FUNCTION cases_is_tied(uuid, uuid);
DROP TRIGGER worker_is_not_tied ON cases_case;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0020_matters_by_kind_and_id"), ("intake", "0015_who_decides_is_not_tied")]

    operations = [migrations.RunSQL(TIED, FREE)]
