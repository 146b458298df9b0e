"""What somebody suggested is looked at by somebody else, and not by a junior alone: neither is named as its editor."""

from django.db import migrations

NAME = """
CREATE OR REPLACE FUNCTION directory_name_editor() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  NEW.editor_id := (
    SELECT st.id FROM directory_service s
      JOIN directory_organization o ON o.id = s.organization_id
      JOIN people_staff st ON st.is_active{others} AND (st.id = s.keeper_id
        OR ((o.agency_id IS NULL OR st.agency_id = o.agency_id)
            AND st.roles::text[] && ARRAY['supervisor', 'admin', 'pimpinan']))
     WHERE s.id = NEW.service_id
     ORDER BY (st.id = s.keeper_id) DESC NULLS LAST, ('supervisor' = ANY (st.roles)) DESC, ('admin' = ANY (st.roles)) DESC,
       (SELECT count(*) FROM directory_suggestion w WHERE w.editor_id = st.id AND w.state = 'waiting'), st.id
     LIMIT 1);
  RETURN NEW;
END $$;
"""
OTHERS = " AND st.id IS DISTINCT FROM NEW.by_id AND NOT 'junior' = ANY (st.roles)"


class Migration(migrations.Migration):
    dependencies = [("directory", "0008_news_is_a_change")]
    operations = [migrations.RunSQL(NAME.format(others=OTHERS), NAME.format(others=""))]
