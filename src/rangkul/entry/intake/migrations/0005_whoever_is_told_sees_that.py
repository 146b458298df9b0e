"""Whoever is told sees that they were, also without a right to read the request: an admin who must choose somebody
learns the number of the request and its unit, nothing else."""

from django.db import migrations

from rangkul.base.rls import also_see

LEFT_TO_ME = """
CREATE FUNCTION intake_left_to_me() RETURNS TABLE (ticket varchar, unit varchar, level varchar, since timestamptz)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.ticket, u.name, r.level, min(e.told_at) FROM intake_escalation e
    JOIN intake_request r ON r.id = e.request_id JOIN people_unit u ON u.id = r.unit_id
   WHERE e.told_id = ask_staff() AND e.why = 'nobody' AND e.acknowledged_at IS NULL AND r.closed_at IS NULL
     AND coalesce(r.against_id <> ask_staff(), true)
     AND NOT EXISTS (SELECT 1 FROM intake_escalation later WHERE later.request_id = e.request_id
                        AND later.told_at > e.told_at AND later.why <> 'nobody')
   GROUP BY r.id, u.id ORDER BY min(e.told_at) LIMIT 50;
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_say_why_somebody_was_told")]

    operations = [
        also_see("intake_escalation", "told", "told_id = (SELECT ask_staff())"),
        migrations.RunSQL(LEFT_TO_ME, "DROP FUNCTION intake_left_to_me();"),
    ]
