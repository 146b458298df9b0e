"""Who keeps an entry takes back that a row of a file is another service; the history keeps who had said so."""

from django.db import migrations

from rangkul.base.rls import keep_versions

REMOVE = """
GRANT DELETE ON directory_distinction TO rangkul_app;
CREATE POLICY directory_distinction_remove ON directory_distinction FOR DELETE TO rangkul_app
  USING ((SELECT ask_kind()) = 'staff' AND directory_part_kept(service_id));
"""
NO_REMOVE = """
DROP POLICY directory_distinction_remove ON directory_distinction;
REVOKE DELETE ON directory_distinction FROM rangkul_app;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0017_found_around_a_point")]

    operations = [migrations.RunSQL(REMOVE, NO_REMOVE), keep_versions("directory_distinction")]
