"""Answers kept for a POST that arrives again are forgotten after a season; only a job may say so."""

from django.db import migrations

# The range index costs next to nothing when a row is added, and rows lie in the order of their time.
FORGET = """
CREATE INDEX base_once_age ON base_once USING brin (made_at) WITH (pages_per_range = 32);
CREATE FUNCTION base_forget_once(days integer, most integer) RETURNS integer
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE gone integer;
BEGIN
  IF ask_kind() IS DISTINCT FROM 'job' THEN
    RAISE EXCEPTION 'base_once: only a job forgets' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM base_once WHERE key IN (
    SELECT key FROM base_once WHERE made_at < now() - make_interval(days => greatest(days, 30)) LIMIT most
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("base", "0002_wake_whoever_is_told")]

    operations = [
        migrations.RunSQL(FORGET, "DROP FUNCTION base_forget_once(integer, integer); DROP INDEX base_once_age;")
    ]
