"""Somebody registered twice is one person: their ticket shows who opened any of the registrations."""

from importlib import import_module

from django.db import migrations

_before = import_module("rangkul.journey.cases.migrations.0015_receivers_read_too")

# The registrations that were decided to be the person of the asker's own ticket, who asked for themself.
OWN = """
CREATE FUNCTION cases_own_registrations() RETURNS SETOF uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    WITH RECURSIVE up AS (
      SELECT p.id, p.merged_into_id FROM people_person p
        JOIN intake_request r ON r.person_id = p.id
       WHERE ask_kind() = 'ticket' AND r.id = ask_ticket() AND r.for_whom = 'self'
      UNION SELECT p.id, p.merged_into_id FROM people_person p JOIN up ON p.id = up.merged_into_id
    ), whole AS (
      SELECT id FROM up WHERE merged_into_id IS NULL
      UNION SELECT p.id FROM people_person p JOIN whole ON p.merged_into_id = whole.id
    )
    SELECT id FROM whole
  $$;
"""
_ONE = """(ask_kind() = 'ticket' AND EXISTS (
              SELECT 1 FROM intake_request r WHERE r.id = ask_ticket() AND r.for_whom = 'self'
                 AND r.person_id = e.subject_id))"""
_ALL = "e.subject_id IN (SELECT cases_own_registrations())"
NOW = _before.NOW.replace(_ONE, _ALL)


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_receivers_read_too"), ("people", "0001_people")]

    operations = [
        migrations.RunSQL(
            OWN + _before.DROP + NOW, _before.DROP + _before.NOW + "DROP FUNCTION cases_own_registrations();"
        )
    ]
