"""An asker who was never registered may be erased too: an empty person is put behind the request, for the erasing job."""

from django.db import migrations

STAND_IN = """
CREATE FUNCTION intake_stand_in(wanted uuid, stand_in uuid, key uuid) RETURNS void
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF ask_kind() IS DISTINCT FROM 'job' OR ask_name() IS DISTINCT FROM 'trust.erase' THEN
    RAISE EXCEPTION 'only the erasing job may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO people_person (
    id, made_at, key_id, agency_id, unit_id, full_name, called_name, sex, birth_precision, birth_place, region_code,
    restricted, restricted_because, edition
  ) SELECT stand_in, now(), key, agency_id, unit_id, '(dihapus)', '', '', '', '', '', true, '', 1
      FROM intake_request WHERE id = wanted AND person_id IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such request' USING ERRCODE = 'no_data_found';
  END IF;
  UPDATE intake_request SET person_id = stand_in WHERE id = wanted;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0007_the_accused_hears_nothing"),
        ("people", "0001_people"),
        ("trust", "0003_erasing"),
    ]

    operations = [migrations.RunSQL(STAND_IN, "DROP FUNCTION intake_stand_in(uuid, uuid, uuid)")]
