"""The ground: who asks, sealed keys, the event log, answers to repeated POSTs, versions."""

from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids

# Readers of the transaction-local identity. Unset and empty both mean nobody, and nobody sees nothing.
ASKING = """
CREATE FUNCTION ask_kind() RETURNS text STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.kind', true), '') $$;
CREATE FUNCTION ask_staff() RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.staff', true), '')::uuid $$;
CREATE FUNCTION ask_agency() RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.agency', true), '')::uuid $$;
CREATE FUNCTION ask_unit() RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.unit', true), '')::uuid $$;
CREATE FUNCTION ask_ticket() RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.ticket', true), '')::uuid $$;
CREATE FUNCTION ask_name() RETURNS text STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT nullif(current_setting('rangkul.name', true), '') $$;
CREATE FUNCTION ask_role(VARIADIC wanted text[]) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT coalesce(string_to_array(current_setting('rangkul.roles', true), ',') && wanted, false) $$;
CREATE FUNCTION ask_practises() RETURNS boolean STABLE PARALLEL SAFE LANGUAGE sql AS
  $$ SELECT ask_kind() = 'staff' AND ask_role('peksos', 'junior', 'supervisor') $$;
"""
# Whether the asker holds a right over a file. Asked with the owner's eyes and without a search path, because it runs
# for every row that no standing right shows: 16 µs a row, where a subquery in the policy costs the planner 3 ms a
# statement. The table comes with the package `trust`.
HOLDS = """
CREATE FUNCTION holds(subject uuid) RETURNS boolean STABLE SECURITY DEFINER PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM public.trust_accessgrant g
     WHERE g.subject_id = subject AND g.grantee_id IN (public.ask_staff(), public.ask_unit(), public.ask_ticket())
       AND g.valid_from <= statement_timestamp() AND (g.valid_to IS NULL OR g.valid_to > statement_timestamp()));
END $$;
"""
NOT_ASKING = "".join(
    f"DROP FUNCTION {name};"
    for name in (
        "ask_practises()",
        "ask_role(text[])",
        "ask_name()",
        "ask_ticket()",
        "ask_unit()",
        "ask_agency()",
        "ask_staff()",
        "ask_kind()",
    )
)

# The application role reads, adds and changes; what it may remove is granted table by table.
RIGHTS = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rangkul_app') THEN
    CREATE ROLE rangkul_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO rangkul_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO rangkul_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO rangkul_app;
"""

# Versions are written with the owner's right, so that the application can neither skip nor forge them.
VERSIONS = """
CREATE FUNCTION keep_version() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  INSERT INTO base_version (at, "table", row_id, by_kind, by_id, before, deleted)
  VALUES (clock_timestamp(), TG_TABLE_NAME, OLD.id, coalesce(ask_kind(), ''), coalesce(ask_staff(), ask_ticket()),
          to_jsonb(OLD), TG_OP = 'DELETE');
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""

# Streams wake on the number of the event; what it says is read under the listener's own rights.
NOTIFY = """
CREATE FUNCTION tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rangkul', NEW.id || ' ' || coalesce(NEW.unit_id::text, '-') || ' ' || NEW.subject_id);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_listeners AFTER INSERT ON base_event FOR EACH ROW
  WHEN (NEW.name NOT IN ('file.opened', 'people.searched')) EXECUTE FUNCTION tell_listeners();
"""

SOMEBODY = "(SELECT ask_kind()) IS NOT NULL"
GUARD = f"""
ALTER TABLE base_datakey ENABLE ROW LEVEL SECURITY;
CREATE POLICY base_datakey_all ON base_datakey TO rangkul_app USING ({SOMEBODY}) WITH CHECK ({SOMEBODY});
ALTER TABLE base_once ENABLE ROW LEVEL SECURITY;
CREATE POLICY base_once_all ON base_once TO rangkul_app USING ({SOMEBODY}) WITH CHECK ({SOMEBODY});
ALTER TABLE base_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY base_event_add ON base_event FOR INSERT TO rangkul_app WITH CHECK ({SOMEBODY});
REVOKE UPDATE, DELETE ON base_event FROM rangkul_app;
REVOKE DELETE ON base_datakey, base_once FROM rangkul_app;
ALTER TABLE base_version ENABLE ROW LEVEL SECURITY;
REVOKE INSERT, UPDATE, DELETE ON base_version FROM rangkul_app;
"""


def pk():
    return models.UUIDField(default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(ASKING, NOT_ASKING),
        migrations.RunSQL(HOLDS, "DROP FUNCTION holds(uuid);"),
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("id", pk()),
                ("wrapped", models.BinaryField(null=True)),
                ("destroyed_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destroyed_at__isnull", True), ("wrapped__isnull", False)),
                            models.Q(("destroyed_at__isnull", False), ("wrapped__isnull", True)),
                            _connector="OR",
                        ),
                        name="base_datakey_gone_when_destroyed",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("name", models.CharField(max_length=60)),
                ("by_kind", models.CharField(max_length=10)),
                ("by_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(blank=True, max_length=60)),
                ("agency_id", models.UUIDField(null=True)),
                ("unit_id", models.UUIDField(null=True)),
                ("subject_kind", models.CharField(max_length=30)),
                ("subject_id", models.UUIDField()),
                ("payload", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_id", "-id"], name="base_event_of_subject"),
                    models.Index(fields=["by_id", "-id"], name="base_event_of_actor"),
                ]
            },
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("scope", models.CharField(max_length=80)),
                ("answer", models.JSONField()),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("table", models.CharField(max_length=63)),
                ("row_id", models.UUIDField()),
                ("by_kind", models.CharField(blank=True, max_length=10)),
                ("by_id", models.UUIDField(null=True)),
                ("before", models.JSONField()),
                ("deleted", models.BooleanField(default=False)),
            ],
            options={"indexes": [models.Index(fields=["row_id", "-id"], name="base_version_of_row")]},
        ),
        migrations.RunSQL(VERSIONS, "DROP FUNCTION keep_version();"),
        migrations.RunSQL(NOTIFY, "DROP FUNCTION tell_listeners() CASCADE;"),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]
