"""An enclosure is seen as every piece of a referral, and frozen with it once it was sent."""

from django.db import migrations

from rangkul.base.rls import protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
SEEN = through("referral_referral", "referral_enclosure.referral_id")
KEPT = """
CREATE TRIGGER keep_items BEFORE INSERT OR UPDATE OR DELETE ON referral_enclosure FOR EACH ROW
  EXECUTE FUNCTION referral_keep_items();
"""


class Migration(migrations.Migration):
    dependencies = [("referral", "0006_files_that_go_along")]

    operations = [
        protect("referral_enclosure", see=SEEN, add=f"{STAFF} AND {SEEN}", change="false", delete=True),
        migrations.RunSQL(KEPT, "DROP TRIGGER keep_items ON referral_enclosure"),
    ]
