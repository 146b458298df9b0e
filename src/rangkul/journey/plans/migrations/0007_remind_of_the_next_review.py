"""Plans that were agreed before days of review had a clock get theirs."""

from django.db import migrations

REMIND = """
INSERT INTO cases_reminder (id, made_at, case_id, kind, matter, due, climbs_on)
SELECT gen_random_uuid(), now(), p.case_id, 'review', p.id, d.due, d.due + 8
  FROM plans_plan p
 CROSS JOIN LATERAL (SELECT coalesce((SELECT r.next_on FROM plans_review r WHERE r.plan_id = p.id
        ORDER BY r.held_on DESC, r.made_at DESC LIMIT 1), p.review_on) AS due) d
 WHERE p.state = 'agreed' AND d.due IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM plans_review r WHERE r.plan_id = p.id AND r.held_on >= d.due)
ON CONFLICT (matter) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_who_sees_measures"), ("cases", "0011_reminders")]

    operations = [migrations.RunSQL(REMIND, migrations.RunSQL.noop)]
