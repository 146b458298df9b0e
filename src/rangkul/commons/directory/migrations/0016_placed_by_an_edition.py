"""A service says by which edition of the regions it was placed, so that only another edition has it placed anew."""

from django.db import migrations, models

EDITION = """
CREATE FUNCTION directory_edition() RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT max(id) FROM public.wilayah_edition $$;
ALTER TABLE directory_sought ALTER COLUMN edition SET DEFAULT directory_edition();
"""
NO_EDITION = """
ALTER TABLE directory_sought ALTER COLUMN edition DROP DEFAULT;
DROP FUNCTION directory_edition();
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0015_what_a_neighbourhood_has"), ("wilayah", "0002_centres")]

    operations = [
        # What stands there keeps none: it may never have been placed by a centre.
        migrations.AddField("sought", "edition", models.BigIntegerField(editable=False, null=True)),
        migrations.RunSQL(EDITION, NO_EDITION),
    ]
