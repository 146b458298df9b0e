"""Whoever stepped aside from a request reads nothing of the case that came of it; who still works there hands over
first."""

from django.db import migrations

from rangkul.base.rls import narrow

ASIDE = """
CREATE FUNCTION cases_set_aside() RETURNS uuid[]
  STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN RETURN ARRAY(SELECT c.id FROM cases_case c WHERE c.request_id = ANY (intake_set_aside())); END $$;
CREATE FUNCTION cases_hand_over_first() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases_teammember m JOIN cases_case c ON c.id = m.case_id
              WHERE c.request_id = NEW.request_id AND m.staff_id = NEW.staff_id AND m.until IS NULL) THEN
    RAISE EXCEPTION 'somebody else works on the case first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_conflict_stands_aside';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER team_steps_aside BEFORE INSERT ON intake_conflict FOR EACH ROW EXECUTE FUNCTION cases_hand_over_first();
"""
NOT_ASIDE = "DROP FUNCTION cases_hand_over_first() CASCADE; DROP FUNCTION cases_set_aside();"


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_tickets_of_a_case"), ("intake", "0017_who_steps_aside_reads_no_more")]

    operations = [
        migrations.RunSQL(ASIDE, NOT_ASIDE),
        narrow(
            "cases_case",
            "not_set_aside",
            "request_id IS NULL OR request_id <> ALL ((SELECT intake_set_aside())::uuid[])",
        ),
        narrow("base_event", "not_of_a_case_set_aside", "subject_id <> ALL ((SELECT cases_set_aside())::uuid[])"),
    ]
