"""Days that later packages want kept: seen by staff with their case, part of its next date, and climbing like the rest."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"

NEXT_DUE = """
CREATE OR REPLACE FUNCTION cases_next_due(wanted uuid) RETURNS timestamptz
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(at) FROM (
    SELECT min((due + time '23:59') AT TIME ZONE 'Asia/Jakarta') FROM cases_task WHERE case_id = wanted AND state = 'open'
    UNION ALL SELECT min(at) FROM cases_appointment WHERE case_id = wanted AND state = 'planned'
    UNION ALL SELECT contract_due_at FROM cases_case WHERE id = wanted
    UNION ALL SELECT min((r.due + time '23:59') AT TIME ZONE 'Asia/Jakarta')
      FROM cases_reminder r JOIN cases_case c ON c.id = r.case_id WHERE r.case_id = wanted AND c.state = 'open'
  ) AS dates(at);
$$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION cases_next_due(wanted uuid) RETURNS timestamptz
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(at) FROM (
    SELECT min((due + time '23:59') AT TIME ZONE 'Asia/Jakarta') FROM cases_task WHERE case_id = wanted AND state = 'open'
    UNION ALL SELECT min(at) FROM cases_appointment WHERE case_id = wanted AND state = 'planned'
    UNION ALL SELECT contract_due_at FROM cases_case WHERE id = wanted
  ) AS dates(at);
$$;
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER next_due_{verb.lower()} AFTER {verb} ON cases_reminder REFERENCING NEW TABLE AS changed"
    " FOR EACH STATEMENT EXECUTE FUNCTION cases_keep_next_due();"
    for verb in ("INSERT", "UPDATE")
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_tell_what_looking_into_cases_costs"), ("base", "0001_ground")]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("kind", models.CharField(max_length=11)),
                ("matter", models.UUIDField(unique=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("climbs_on", models.DateField(blank=True, db_index=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="cases.case"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        name="cases_reminder_days_paired",
                        condition=models.Q(due__isnull=True, climbs_on__isnull=True)
                        | models.Q(due__isnull=False, climbs_on__gte=models.F("due")),
                        violation_error_message="Hari dan saat naik ke atasan dicatat bersama.",
                    )
                ]
            },
        ),
        migrations.AlterField("escalation", "kind", models.CharField(max_length=11)),
        protect(
            "cases_reminder",
            see=f"({STAFF} OR {JOB}) AND {through('cases_case', 'cases_reminder.case_id')}",
        ),
        keep_versions("cases_reminder"),
        migrations.RunSQL(NEXT_DUE, BEFORE),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
    ]
