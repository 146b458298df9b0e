"""A seat at a case conference is a right of its own, on the conference alone: whose file that is, the conference says."""

from django.db import migrations, models

FILES = {
    "person": "people_person",
    "household": "people_household",
    "request": "intake_request",
    "case": "cases_case",
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
    dependencies = [("trust", "0011_who_sees_pregnancies")]

    operations = [
        migrations.AlterField(
            model_name="accessgrant",
            name="basis",
            field=models.CharField(
                choices=[
                    ("team", "anggota tim kasus"),
                    ("supervision", "supervisi"),
                    ("owner", "penanggung jawab permintaan"),
                    ("referral", "rujukan"),
                    ("consent", "persetujuan"),
                    ("break_glass", "akses darurat"),
                    ("client", "orang yang bersangkutan"),
                    ("conference", "undangan pembahasan kasus"),
                ],
                max_length=12,
            ),
        ),
        migrations.RunSQL(
            whose_file({**FILES, "conference": "conferences_conference"}),
            whose_file(FILES),
        ),
    ]
