"""Whoever saw to the next agreement with another house and leaves is followed by another admin: the job that closes
their account names them, and nobody else does."""

from django.db import migrations

from rangkul.base.rls import also_see

LEAVING = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"
GIVEN = "GRANT UPDATE (keeper_id) ON exchange_agreement TO rangkul_app"
TAKEN = "REVOKE UPDATE (keeper_id) ON exchange_agreement FROM rangkul_app"
# An admin may end an agreement, and so change its row; what stood on it when it was signed stays.
ONLY_LEAVING = """
CREATE FUNCTION exchange_keeper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.keeper_id IS DISTINCT FROM OLD.keeper_id AND ask_kind() IS NOT NULL
     AND NOT coalesce(ask_kind() = 'job' AND ask_name() = 'staff.leaving', false) THEN
    RAISE EXCEPTION 'only a closed account hands this on' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeper_stays BEFORE UPDATE ON exchange_agreement FOR EACH ROW EXECUTE FUNCTION exchange_keeper_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("exchange", "0007_news_for_other_systems")]

    operations = [
        migrations.RunSQL(GIVEN, TAKEN),
        also_see("exchange_agreement", "left_handed_on", LEAVING, command="UPDATE"),
        migrations.RunSQL(ONLY_LEAVING, "DROP FUNCTION exchange_keeper_stays() CASCADE"),
    ]
