"""Whether a worker is trained to stand by victims of violence is said by an admin, like what they may do."""

from django.db import migrations

WATCHED = ("username", "roles", "agency_id", "unit_id", "supervisor_id", "areas", "trained_violence", "is_active")
RIGHTS_KEPT = """
DROP TRIGGER rights_kept ON people_staff;
CREATE TRIGGER rights_kept BEFORE UPDATE ON people_staff FOR EACH ROW
  WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION people_staff_rights_kept();
""".format(old=", ".join(f"OLD.{name}" for name in WATCHED), new=", ".join(f"NEW.{name}" for name in WATCHED))


class Migration(migrations.Migration):
    dependencies = [("trust", "0005_nobody_gives_themself_a_role"), ("people", "0002_staff_trained_for_violence")]

    operations = [migrations.RunSQL(RIGHTS_KEPT, migrations.RunSQL.noop)]
