"""The file of a household, group or community may be erased when its time is over: an empty person is put behind it, for
the erasing job. The people in it keep their own rows."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

STAND_IN = """
CREATE FUNCTION cases_stand_in(wanted uuid, stand_in uuid, key uuid) RETURNS void
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF ask_kind() IS DISTINCT FROM 'job' OR ask_name() IS DISTINCT FROM 'trust.erase' THEN
    RAISE EXCEPTION 'only the erasing job may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO people_person (
    id, made_at, key_id, agency_id, unit_id, full_name, called_name, sex, birth_precision, birth_place, region_code,
    restricted, restricted_because, edition
  ) SELECT stand_in, now(), key, agency_id, unit_id, '(dihapus)', '', '', '', '', '', true, '', 1
      FROM cases_case WHERE id = wanted AND person_id IS NULL AND state = 'closed';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such file' USING ERRCODE = 'no_data_found';
  END IF;
  UPDATE cases_case SET person_id = stand_in WHERE id = wanted;
  UPDATE intake_request SET person_id = stand_in WHERE person_id IS NULL
     AND id IN (SELECT request_id FROM cases_caseticket WHERE case_id = wanted);
END $$;
"""
HAS_CLIENT = models.Q(client_kind="person", person__isnull=False, household__isnull=True) | models.Q(
    client_kind="household", household__isnull=False
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0028_consents_on_a_case_are_the_clients"),
        ("intake", "0008_erase_who_was_never_registered"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.RemoveConstraint("case", "cases_case_has_its_client"),
        AddConstraintNotValid(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=HAS_CLIENT | models.Q(client_kind__in=["group", "community"]) & ~models.Q(name=""),
                name="cases_case_has_its_client",
                violation_error_message="Pilih untuk siapa kasus ini dibuka.",
            ),
        ),
        migrations.RunSQL(STAND_IN, "DROP FUNCTION cases_stand_in(uuid, uuid, uuid)"),
    ]
