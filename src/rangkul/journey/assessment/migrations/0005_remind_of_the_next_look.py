"""Risks that were written down before days of the next look had a clock get theirs."""

from django.db import migrations

REMIND = """
INSERT INTO cases_reminder (id, made_at, case_id, kind, matter, due, climbs_on)
SELECT gen_random_uuid(), now(), r.case_id, 'risk_look', r.id, r.next_look,
       r.next_look + CASE WHEN r.level IN ('merah', 'oranye') THEN 1 ELSE 4 END
  FROM assessment_risk r
 WHERE r.ended_on IS NULL AND r.next_look IS NOT NULL
ON CONFLICT (matter) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0004_who_sees_pie_and_institutions"), ("cases", "0011_reminders")]

    operations = [migrations.RunSQL(REMIND, migrations.RunSQL.noop)]
