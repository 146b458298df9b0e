"""Whoever steps aside from a request that joined a case reads nothing of that case either, as where the case came of the
request. Only what runs is handed over first: an ended case has nobody to whom it could be given."""

from django.db import migrations, models

from rangkul.base.rls import narrow

# Most who ask stepped aside from nothing: they pay for no search.
ASIDE = """
CREATE OR REPLACE FUNCTION cases_set_aside() RETURNS uuid[]
  STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE aside uuid[] := intake_set_aside();
BEGIN
  IF aside = '{}' THEN RETURN aside; END IF;
  RETURN ARRAY(SELECT c.id FROM cases_case c WHERE c.request_id = ANY (aside)
               UNION SELECT t.case_id FROM cases_caseticket t WHERE t.request_id = ANY (aside));
END $$;
CREATE OR REPLACE FUNCTION cases_hand_over_first() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases_teammember m JOIN cases_case c ON c.id = m.case_id
              WHERE m.staff_id = NEW.staff_id AND m.until IS NULL AND c.state = 'open'
                AND (c.request_id = NEW.request_id OR EXISTS (
                  SELECT 1 FROM cases_caseticket t WHERE t.case_id = c.id AND t.request_id = NEW.request_id))) THEN
    RAISE EXCEPTION 'somebody else works on the case first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_conflict_stands_aside';
  END IF;
  RETURN NEW;
END $$;
"""
ASIDE_BEFORE = """
CREATE OR REPLACE FUNCTION cases_set_aside() RETURNS uuid[]
  STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN RETURN ARRAY(SELECT c.id FROM cases_case c WHERE c.request_id = ANY (intake_set_aside())); END $$;
CREATE OR REPLACE FUNCTION cases_hand_over_first() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases_teammember m JOIN cases_case c ON c.id = m.case_id
              WHERE c.request_id = NEW.request_id AND m.staff_id = NEW.staff_id AND m.until IS NULL) THEN
    RAISE EXCEPTION 'somebody else works on the case first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_conflict_stands_aside';
  END IF;
  RETURN NEW;
END $$;
"""
OPENING = "DROP POLICY cases_case_not_set_aside ON cases_case"
OPENING_BEFORE = """
CREATE POLICY cases_case_not_set_aside ON cases_case AS RESTRICTIVE FOR SELECT TO rangkul_app
  USING (request_id IS NULL OR request_id <> ALL ((SELECT intake_set_aside())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0029_files_of_several_are_erased_too"),
        ("intake", "0017_who_steps_aside_reads_no_more"),
    ]

    operations = [
        migrations.AddIndex("caseticket", models.Index(fields=["request"], name="cases_ticket_of_request")),
        migrations.RunSQL(ASIDE, ASIDE_BEFORE),
        migrations.RunSQL(OPENING, OPENING_BEFORE),
        narrow("cases_case", "not_set_aside", "id <> ALL ((SELECT cases_set_aside())::uuid[])"),
    ]
