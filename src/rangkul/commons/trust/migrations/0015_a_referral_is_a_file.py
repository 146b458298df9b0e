"""A receiver's right is one on the referral alone: whose file that is, the referral says."""

from django.db import migrations

FILES = {
    "person": "people_person",
    "household": "people_household",
    "request": "intake_request",
    "case": "cases_case",
    "conference": "conferences_conference",
}


def whose_file(files: dict[str, str]) -> str:
    kinds = " ".join(f"WHEN '{kind}' THEN '{table}'" for kind, table in files.items())
    return f"""
CREATE OR REPLACE FUNCTION file_in_my_agency(kind text, file uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  place regclass := to_regclass(CASE kind {kinds} END);
  mine boolean := false;
BEGIN
  IF place IS NOT NULL THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s WHERE id = $1 AND agency_id = ask_agency())', place)
      INTO mine USING file;
  END IF;
  RETURN mine;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0014_reviews_and_duties_are_handed_on")]

    operations = [
        migrations.RunSQL(whose_file({**FILES, "referral": "referral_referral"}), whose_file(FILES)),
    ]
