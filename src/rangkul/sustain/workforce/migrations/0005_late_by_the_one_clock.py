"""What is late between the two climbs by the clock of the house and its rows; the table of our own steps aside."""

from django.db import migrations

from rangkul.base.rls import protect

ME = "(SELECT ask_staff())"
STAFF = "(SELECT ask_kind()) = 'staff'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
TWO = f"({STAFF} AND {ME} IN (supervisor_id, worker_id))"
HEAD = f"({STAFF} AND readers = 'head' AND {MY_AGENCY} AND (SELECT ask_role('pimpinan')))"
JOB = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = '{name}'"

SEE = (
    "ALTER POLICY workforce_contract_see ON workforce_contract USING"
    f" ({TWO} OR ({HEAD} AND state <> 'draft') OR ({JOB}));"
    "ALTER POLICY workforce_session_see ON workforce_session USING"
    f" ({TWO} OR ({HEAD} AND state = 'signed') OR ({JOB}));"
)
COPY = """
INSERT INTO cases_escalation (id, made_at, case_id, number, owner_id, kind, matter, due_at, step, told_id, told_at,
                              next_at, decided, acknowledged_at, acknowledged_by_id, settled_at)
SELECT id, made_at, NULL, '', owner_id, kind, matter, due_at, step, told_id, told_at, next_at, decided,
       acknowledged_at, acknowledged_by_id, settled_at FROM workforce_overdue;
"""
BACK = """
INSERT INTO workforce_overdue (id, made_at, contract_id, kind, matter, due_at, owner_id, step, told_id, told_at, next_at,
                               decided, acknowledged_at, acknowledged_by_id, settled_at)
SELECT e.id, e.made_at, coalesce(c.id, s.contract_id, fs.contract_id), e.kind, e.matter, e.due_at, e.owner_id, e.step,
       e.told_id, e.told_at, e.next_at, e.decided, e.acknowledged_at, e.acknowledged_by_id, e.settled_at
  FROM cases_escalation e
  LEFT JOIN workforce_contract c ON c.id = e.matter
  LEFT JOIN workforce_session s ON s.id = e.matter
  LEFT JOIN workforce_followup f ON f.id = e.matter
  LEFT JOIN workforce_session fs ON fs.id = f.session_id
 WHERE e.case_id IS NULL AND e.kind IN ('follow_up', 'record', 'rhythm')
   AND coalesce(c.id, s.contract_id, fs.contract_id) IS NOT NULL;
DELETE FROM cases_escalation WHERE case_id IS NULL;
"""
CLOCK = JOB.format(name="workforce.clock")
GUARD = protect(
    "workforce_overdue",
    see=f"({CLOCK}) OR ({STAFF} AND {ME} IN (told_id, owner_id))",
    add=CLOCK,
    change=f"({CLOCK}) OR ({STAFF} AND told_id = {ME})",
    columns="next_at, acknowledged_at, acknowledged_by_id, settled_at",
)


class Migration(migrations.Migration):
    dependencies = [("workforce", "0004_who_sees_practicum"), ("cases", "0014_what_is_late_without_a_case")]

    operations = [
        migrations.RunSQL(COPY, BACK),
        migrations.RunSQL(GUARD.reverse_sql, GUARD.sql),
        migrations.DeleteModel(name="Overdue"),
        migrations.RunSQL(SEE.format(name="cases.clock"), SEE.format(name="workforce.clock")),
    ]
