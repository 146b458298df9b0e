"""Whoever is complained about does not hear of it from the event log either: no name of an event, no number."""

from django.db import migrations

from rangkul.base.rls import APP

ACCUSED = """
CREATE FUNCTION intake_accuses_me(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.intake_request r WHERE r.id = wanted AND r.against_id = public.ask_staff());
END $$;
"""
SILENT = (
    f"CREATE POLICY base_event_not_of_a_complaint ON base_event AS RESTRICTIVE FOR SELECT TO {APP}"
    " USING ((SELECT ask_kind()) IS DISTINCT FROM 'staff' OR subject_kind <> 'request'"
    " OR NOT intake_accuses_me(subject_id))"
)


class Migration(migrations.Migration):
    dependencies = [("intake", "0006_name_unmet_need")]

    operations = [
        migrations.RunSQL(ACCUSED, "DROP FUNCTION intake_accuses_me(uuid);"),
        migrations.RunSQL(SILENT, "DROP POLICY base_event_not_of_a_complaint ON base_event"),
    ]
