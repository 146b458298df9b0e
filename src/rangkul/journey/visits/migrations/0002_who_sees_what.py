"""A visit is seen with its case, by staff alone: where a worker goes is nobody else's to know."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
STAFF = "(SELECT ask_kind()) = 'staff'"
MINE = through("cases_case", "visits_visit.case_id")


class Migration(migrations.Migration):
    dependencies = [("visits", "0001_visits"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "visits_visit", see=f"{STAFF_OR_JOB} AND {MINE}", add=f"{STAFF} AND {MINE}", change=f"{STAFF} AND {MINE}"
        ),
        keep_versions("visits_visit"),
    ]
