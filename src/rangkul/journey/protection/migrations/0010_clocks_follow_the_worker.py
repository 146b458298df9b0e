"""What runs at a case passes to its new worker: the job that hands it on may write the row of the clock or the step."""

from django.db import migrations

from rangkul.base.rls import through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
EARLY = through("intake_request", "protection_legalclock.request_id")
WHERE = {
    "legalclock": f"CASE WHEN case_id IS NULL THEN {EARLY} ELSE {through('cases_case', 'protection_legalclock.case_id')} END",
    "childstep": through("protection_child", "protection_childstep.child_id"),
}


def written_by(who: str) -> str:
    return ";\n".join(
        f"ALTER POLICY protection_{name}_change ON protection_{name} WITH CHECK ({who} AND {where})"
        for name, where in WHERE.items()
    )


class Migration(migrations.Migration):
    dependencies = [("protection", "0009_all_of_it_begins_at_a_request")]

    operations = [migrations.RunSQL(written_by(STAFF_OR_JOB), written_by(STAFF))]
