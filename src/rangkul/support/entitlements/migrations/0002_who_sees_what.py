"""Applications are seen with their case by staff, and by the client once they were told. What was asked, and each step,
is only ever added."""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
TICKET = "(SELECT ask_kind()) = 'ticket'"


def case_of(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


APPLICATION = case_of("entitlements_application")
KNOWN = case_of("entitlements_known")
OF_APPLICATION = through("entitlements_application", "entitlements_step.application_id")


class Migration(migrations.Migration):
    dependencies = [("entitlements", "0001_applications"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "entitlements_application",
            see=f"({STAFF_OR_JOB} OR ({TICKET} AND told_on IS NOT NULL)) AND {APPLICATION}",
            add=f"{STAFF} AND {APPLICATION}",
            change=f"{STAFF_OR_JOB} AND {APPLICATION}",
        ),
        protect("entitlements_known", see=f"{STAFF_OR_JOB} AND {KNOWN}", add=f"{STAFF} AND {KNOWN}", keep=True),
        protect(
            "entitlements_step",
            see=f"{STAFF_OR_JOB} AND {OF_APPLICATION}",
            add=f"{STAFF} AND {OF_APPLICATION}",
            keep=True,
        ),
        append_only("entitlements_known"),
        append_only("entitlements_step"),
        keep_versions("entitlements_application"),
    ]
