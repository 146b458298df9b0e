"""What belongs to no case but to two people climbs by the same rows; who is told sees it, and its owner does."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from rangkul.base.rls import also_see

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
ME = "(SELECT ask_staff())"
MINE = "cases_case_seen(cases_escalation.case_id)"
SEE = f"{JOB} OR ({STAFF} AND (told_id = {ME} OR {MINE}{{more}}))"
CHANGE = f"{JOB} OR ({STAFF} AND ({MINE}{{more}}))"
POLICIES = "ALTER POLICY cases_escalation_see ON cases_escalation USING ({see}); ALTER POLICY cases_escalation_change ON cases_escalation USING ({change}) WITH CHECK ({change})"


def policies(see: str, change: str) -> str:
    return POLICIES.format(see=SEE.format(more=see), change=CHANGE.format(more=change))


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_guests_read_too"),
        ("trust", "0002_who_sees_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="escalation",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="escalations",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="escalation",
            name="number",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddField(
            model_name="escalation",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("owner__isnull", True)),
                    models.Q(("case__isnull", True), ("owner__isnull", False)),
                    _connector="OR",
                ),
                name="cases_escalation_of_case_or_person",
                violation_error_message="Yang lewat batas waktu milik satu kasus atau satu orang.",
            ),
        ),
        migrations.RunSQL(
            policies(f" OR owner_id = {ME}", f" OR (case_id IS NULL AND told_id = {ME})"), policies("", "")
        ),
        # The stream of whoever is told hears of it; of a case they hear by their right to the case.
        also_see("base_event", "told", f"subject_kind = 'matter' AND {STAFF} AND payload ->> 'to' = {ME}::text"),
    ]
