"""News that a service has closed or moved changes what its entry says to everybody, so whoever follows the list by what
changed since their last visit is given it too."""

from django.db import migrations

DOUBT = """
CREATE OR REPLACE FUNCTION directory_doubt() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory_service SET doubt = NEW.topic, doubted_on = (NEW.made_at AT TIME ZONE 'Asia/Jakarta')::date{changed}
   WHERE id = NEW.service_id AND doubt = '';
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0007_suggestions_have_an_editor")]
    operations = [
        migrations.RunSQL(
            DOUBT.format(changed=", changed_at = GREATEST(changed_at, NEW.made_at)"), DOUBT.format(changed="")
        ),
    ]
