"""What a worker may do is changed by an admin, and never one's own: the database holds it whatever code runs."""

from django.db import migrations

GUARD = """
CREATE FUNCTION people_staff_rights_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ask_kind() IS NOT NULL AND (NOT ask_role('admin') OR OLD.id = ask_staff()) THEN
    RAISE EXCEPTION 'people_staff: only an admin changes what another may do' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER rights_kept BEFORE UPDATE ON people_staff FOR EACH ROW
  WHEN ((OLD.username, OLD.roles, OLD.agency_id, OLD.unit_id, OLD.supervisor_id, OLD.areas, OLD.is_active)
        IS DISTINCT FROM
        (NEW.username, NEW.roles, NEW.agency_id, NEW.unit_id, NEW.supervisor_id, NEW.areas, NEW.is_active))
  EXECUTE FUNCTION people_staff_rights_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0004_seals_name_events")]

    operations = [migrations.RunSQL(GUARD, "DROP FUNCTION people_staff_rights_kept() CASCADE;")]
