"""Each suggestion has a named editor and a day by which it is looked at, and whoever made it may read what became of it by
the code that they were given. The editor is named here, because whoever suggests from outside sees no worker."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# The keeper; where there is none somebody who answers for a team of the house that keeps the entry (of any house where
# nobody owns it), the one with the fewest of them waiting.
NAME = """
CREATE FUNCTION directory_name_editor() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  NEW.editor_id := (
    SELECT st.id FROM directory_service s
      JOIN directory_organization o ON o.id = s.organization_id
      JOIN people_staff st ON st.is_active AND (st.id = s.keeper_id
        OR ((o.agency_id IS NULL OR st.agency_id = o.agency_id)
            AND st.roles::text[] && ARRAY['supervisor', 'admin', 'pimpinan']))
     WHERE s.id = NEW.service_id
     ORDER BY (st.id = s.keeper_id) DESC NULLS LAST, ('supervisor' = ANY (st.roles)) DESC, ('admin' = ANY (st.roles)) DESC,
       (SELECT count(*) FROM directory_suggestion w WHERE w.editor_id = st.id AND w.state = 'waiting'), st.id
     LIMIT 1);
  RETURN NEW;
END $$;
CREATE TRIGGER name_editor BEFORE INSERT ON directory_suggestion FOR EACH ROW EXECUTE FUNCTION directory_name_editor();
UPDATE directory_suggestion w SET due_on = (w.made_at AT TIME ZONE 'Asia/Jakarta')::date + 7,
  editor_id = (SELECT s.keeper_id FROM directory_service s WHERE s.id = w.service_id) WHERE w.state = 'waiting';
"""
NOT_NAME = "DROP FUNCTION directory_name_editor() CASCADE"

# Nothing of what was typed, and nobody's name.
TOLD = """
CREATE FUNCTION directory_said_outcome(said text) RETURNS TABLE
  (service_id uuid, service text, shown boolean, topic text, state text, reason text, due_on date, decided_at timestamptz)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.id, CASE WHEN s.public AND o.public THEN s.name ELSE '' END, s.public AND o.public, w.topic, w.state, w.reason,
         w.due_on, w.decided_at
    FROM directory_suggestion w
    JOIN directory_service s ON s.id = w.service_id
    JOIN directory_organization o ON o.id = s.organization_id
   WHERE w.said_under = said AND said <> '' AND ask_kind() IS NOT NULL $$;
"""
LEAVES = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"
LEAVING = (
    f"CREATE POLICY directory_suggestion_leaving ON directory_suggestion FOR UPDATE TO rangkul_app"
    f" USING ({LEAVES}) WITH CHECK ({LEAVES})"
)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0006_day_of_a_doubt"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="editor",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", db_index=False,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(model_name="suggestion", name="due_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="suggestion",
            name="said_under",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        # A release that does not know it yet writes no code. As a default that Django knew of it would be read back,
        # which whoever suggests from outside may not.
        migrations.RunSQL(
            "ALTER TABLE directory_suggestion ALTER said_under SET DEFAULT ''",
            "ALTER TABLE directory_suggestion ALTER said_under DROP DEFAULT",
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                fields=["editor", "due_on"], name="directory_said_to_editor", condition=models.Q(state="waiting")
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(
                fields=["said_under"], name="directory_suggestion_one_code", condition=~models.Q(said_under="")
            ),
        ),
        migrations.RunSQL(NAME, NOT_NAME),
        migrations.RunSQL(TOLD, "DROP FUNCTION directory_said_outcome(text)"),
        migrations.RunSQL(LEAVING, "DROP POLICY directory_suggestion_leaving ON directory_suggestion"),
    ]  # fmt: skip
