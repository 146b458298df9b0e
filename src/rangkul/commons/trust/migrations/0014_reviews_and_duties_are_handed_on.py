"""Whose account is closed leaves no review and no clock of the law behind: the job that closes it names another."""

from django.db import migrations

from rangkul.base.rls import also_see

LEAVING = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"
GIVEN = "GRANT UPDATE (reviewer_id) ON trust_breakglass TO rangkul_app; GRANT UPDATE (owner_id) ON trust_breach TO rangkul_app"
TAKEN = (
    "REVOKE UPDATE (reviewer_id) ON trust_breakglass FROM rangkul_app;"
    " REVOKE UPDATE (owner_id) ON trust_breach FROM rangkul_app"
)
# The data officer may change these rows, and must not choose by whom a review or a breach is answered for.
ONLY_LEAVING = """
CREATE FUNCTION trust_{column}_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.{column} IS DISTINCT FROM OLD.{column} AND ask_kind() IS NOT NULL
     AND NOT coalesce(ask_kind() = 'job' AND ask_name() = 'staff.leaving', false) THEN
    RAISE EXCEPTION 'only a closed account hands this on' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER {column}_stays BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION trust_{column}_stays();
"""


def stays(table: str, column: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        ONLY_LEAVING.format(table=table, column=column), f"DROP FUNCTION trust_{column}_stays() CASCADE"
    )


class Migration(migrations.Migration):
    dependencies = [("trust", "0013_students_hold_no_right")]

    operations = [
        migrations.RunSQL(GIVEN, TAKEN),
        also_see("trust_breakglass", "left_seen", LEAVING),
        also_see("trust_breakglass", "left_handed_on", LEAVING, command="UPDATE"),
        stays("trust_breakglass", "reviewer_id"),
        stays("trust_breach", "owner_id"),
    ]
