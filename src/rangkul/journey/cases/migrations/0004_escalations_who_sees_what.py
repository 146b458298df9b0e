"""An escalation is seen with its case, and by whoever was told, who may have no other right; the clock writes it."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
MINE = through("cases_case", "cases_escalation.case_id")
TOLD = "told_id = (SELECT ask_staff())"


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_escalations"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "cases_escalation",
            see=f"{JOB} OR ({STAFF} AND ({TOLD} OR {MINE}))",
            add=JOB,
            change=f"{JOB} OR ({STAFF} AND {MINE})",
            columns="next_at, acknowledged_at, acknowledged_by_id, settled_at",
        ),
        keep_versions("cases_escalation"),
    ]
