"""Erasing a person: the decision as a row, and functions that scrub what the declarations name.

No role of the application may destroy what it cannot see, so this is done with the owner's eyes: only by the job of that
name, and only for a decision of the data officer that has not been carried out yet.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import protect

JOB = "(SELECT ask_kind()) = 'job'"
MINE = "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency())"

# A condition on a row's way to the person, from columns and tables that the declarations name; %I quotes each.
WHERE = """
CREATE FUNCTION trust_where(way text[]) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
  place integer := array_length(way, 1);
  found text := format('%I = ANY ($1)', way[place]);
BEGIN
  WHILE place > 3 LOOP
    place := place - 3;
    found := format('%I IN (SELECT %I FROM %I WHERE %s)', way[place], way[place + 1], way[place + 2], found);
  END LOOP;
  RETURN found;
END $$;
"""
# The human being of an open decision: every registration that was merged into one.
WHOLE = """
CREATE FUNCTION trust_erasing(decision uuid) RETURNS uuid[]
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found uuid[];
BEGIN
  IF ask_kind() IS DISTINCT FROM 'job' OR ask_name() IS DISTINCT FROM 'trust.erase' THEN
    RAISE EXCEPTION 'only the erasing job may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH RECURSIVE up AS (
    SELECT p.id, p.merged_into_id FROM people_person p
      JOIN trust_erasure e ON e.person_id = p.id WHERE e.id = decision AND e.done_at IS NULL
    UNION SELECT p.id, p.merged_into_id FROM people_person p JOIN up ON p.id = up.merged_into_id
  ), whole AS (
    SELECT id FROM up WHERE merged_into_id IS NULL
    UNION SELECT p.id FROM people_person p JOIN whole ON p.merged_into_id = whole.id
  ) SELECT array_agg(id) INTO found FROM whole;
  IF found IS NULL THEN
    RAISE EXCEPTION 'no open decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN found;
END $$;
"""
REACH = """
CREATE FUNCTION trust_reach(decision uuid, place text, way text[]) RETURNS uuid[]
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found uuid[];
BEGIN
  EXECUTE format('SELECT coalesce(array_agg(id), %L::uuid[]) FROM %I WHERE %s', '{}', place, trust_where(way))
    INTO found USING trust_erasing(decision);
  RETURN found;
END $$;
"""
SCRUB = """
CREATE FUNCTION trust_scrub(
  decision uuid, place text, way text[], files uuid[], changes jsonb, drops boolean, destroys boolean
) RETURNS integer SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  wanted uuid[] := trust_erasing(decision) || files;
  condition text := trust_where(way);
  rows_of uuid[];
  settings text;
  touched integer := 0;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass(place) AND attname = 'id') THEN
    EXECUTE format('SELECT array_agg(id) FROM %I WHERE %s', place, condition) INTO rows_of USING wanted;
  END IF;
  IF destroys THEN
    EXECUTE format('UPDATE base_datakey SET wrapped = NULL, destroyed_at = now() WHERE wrapped IS NOT NULL'
                   ' AND id IN (SELECT key_id FROM %I WHERE %s)', place, condition) USING wanted;
  END IF;
  IF drops THEN
    EXECUTE format('DELETE FROM %I WHERE %s', place, condition) USING wanted;
    GET DIAGNOSTICS touched = ROW_COUNT;
  ELSIF changes <> '{}' THEN
    SELECT string_agg(format('%1$I = ' || CASE how
        WHEN 'blank' THEN '%2$L' WHEN 'null' THEN 'NULL' WHEN 'now' THEN 'now()' WHEN 'word' THEN '%3$L'
        WHEN 'list' THEN '%4$L' WHEN 'year' THEN 'date_trunc(%5$L, %1$I)::date' WHEN 'shorten' THEN 'left(%1$I, 5)'
        WHEN 'random' THEN 'upper(substr(md5(random()::text || %1$I), 1, 8))' END,
        name, '', '(dihapus)', '{}', 'year'), ', ')
      INTO settings FROM jsonb_each_text(changes) AS each (name, how);
    EXECUTE format('UPDATE %I SET %s WHERE %s', place, settings, condition) USING wanted;
    GET DIAGNOSTICS touched = ROW_COUNT;
  END IF;
  -- What the rows looked like before goes too; that they changed stays.
  UPDATE base_version SET before = '{}' WHERE row_id = ANY (rows_of);
  RETURN touched;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("trust", "0002_who_sees_what"),
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("reason", models.CharField(max_length=300)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("rows", models.PositiveIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person",),
                        name="trust_erasure_once",
                        violation_error_message="Data orang ini sudah dihapus.",
                    )
                ],
            },
        ),
        protect(
            "trust_erasure",
            see=f"({MINE} AND (SELECT ask_role('pdp', 'auditor'))) OR {JOB}",
            add=f"{MINE} AND (SELECT ask_role('pdp')) AND decided_by_id = (SELECT ask_staff())"
            " AND file_in_my_agency('person', person_id)",
            change=JOB,
            columns="done_at, rows",
        ),
        migrations.RunSQL(WHERE, "DROP FUNCTION trust_where(text[])"),
        migrations.RunSQL(WHOLE, "DROP FUNCTION trust_erasing(uuid)"),
        migrations.RunSQL(REACH, "DROP FUNCTION trust_reach(uuid, text, text[])"),
        migrations.RunSQL(SCRUB, "DROP FUNCTION trust_scrub(uuid, text, text[], uuid[], jsonb, boolean, boolean)"),
    ]
