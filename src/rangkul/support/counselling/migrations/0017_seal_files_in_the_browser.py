"""A file beside a sealed letter is sealed in the browser too; in every other room, and in a group, none is."""

from django.db import migrations, models

ONLY_SEALED = """
CREATE FUNCTION counselling_only_sealed_file() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE((SELECT cipher FROM counselling_message WHERE id = NEW.message_id), 0) <> NEW.cipher THEN
    RAISE EXCEPTION 'a file is sealed as its message is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_only_sealed_file';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_sealed BEFORE INSERT OR UPDATE ON counselling_enclosure FOR EACH ROW
  EXECUTE FUNCTION counselling_only_sealed_file();
"""
NOT_ONLY_SEALED = """
DROP TRIGGER only_sealed ON counselling_enclosure;
DROP FUNCTION counselling_only_sealed_file();
"""


class Migration(migrations.Migration):
    dependencies = [("counselling", "0016_who_sees_drafts_and_files_of_groups")]

    operations = [
        migrations.AddField(
            model_name="enclosure",
            name="cipher",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.RunSQL(ONLY_SEALED, NOT_ONLY_SEALED),
    ]
