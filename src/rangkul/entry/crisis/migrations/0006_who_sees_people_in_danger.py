"""What is done about somebody in danger is seen with the request, by staff alone. The reporter, who holds the ticket,
sees the report and nothing that the office did; a plan is read behind a ticket where it was shared."""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

JOB = "(SELECT ask_kind()) = 'job'"
STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
PUBLIC = "(SELECT ask_kind()) IN ('public', 'ticket')"
MY_AGENCYS = (
    "EXISTS (SELECT 1 FROM people_unit u WHERE u.id = crisis_shift.unit_id AND u.agency_id = (SELECT ask_agency()))"
)


def of_request(table: str) -> str:
    return through("intake_request", f"{table}.request_id")


def work(table: str, *, keep: bool = False, columns: str = "") -> migrations.RunSQL:
    return protect(table, see=f"{STAFF_OR_JOB} AND {of_request(table)}", keep=keep, columns=columns)


REPORT = of_request("crisis_report")
EVIDENCE = through("crisis_report", "crisis_evidence.report_id")
PLAN = of_request("crisis_safetyplan")


class Migration(migrations.Migration):
    dependencies = [("crisis", "0005_people_in_danger"), ("intake", "0002_who_sees_what"), ("people", "0001_people")]

    operations = [
        protect("crisis_report", see=REPORT, add=f"{PUBLIC} OR {REPORT}", keep=True),
        protect("crisis_evidence", see=EVIDENCE, add=f"{PUBLIC} OR {EVIDENCE}", keep=True),
        protect("crisis_shift", see=f"{JOB} OR ({STAFF} AND {MY_AGENCYS})"),
        work("crisis_outreach"),
        work("crisis_screening", keep=True),
        protect(
            "crisis_safetyplan",
            see=f"({STAFF_OR_JOB} OR shared) AND {PLAN}",
            add=f"{STAFF} AND {PLAN}",
            change=f"{STAFF} AND {PLAN}",
            columns="shared",
        ),
        work("crisis_nextcontact"),
        *[append_only(f"crisis_{name}") for name in ("report", "evidence", "screening")],
        keep_versions("crisis_shift", "crisis_outreach", "crisis_safetyplan", "crisis_nextcontact"),
    ]
