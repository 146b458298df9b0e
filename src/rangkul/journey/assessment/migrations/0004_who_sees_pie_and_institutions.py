"""Codings, findings and institutions are working papers of the team, appended while their round is a draft and never
changed: with the signature of the round they are as frozen as the round itself."""

from django.db import migrations

from rangkul.base.rls import append_only, protect, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
STAFF = "(SELECT ask_kind()) = 'staff'"
TABLES = ("assessment_piecoding", "assessment_piefinding", "assessment_institution")


def of_open_round(table: str) -> migrations.RunSQL:
    mine = through("cases_case", f"{table}.case_id")
    draft = (
        "EXISTS (SELECT 1 FROM assessment_assessment round WHERE round.state = 'draft'"
        f" AND round.id = {table}.assessment_id AND round.case_id = {table}.case_id)"
    )
    return protect(table, see=f"{STAFF_OR_JOB} AND {mine}", add=f"{STAFF} AND {mine} AND {draft}", keep=True)


class Migration(migrations.Migration):
    dependencies = [("assessment", "0003_pie_and_institutions")]

    operations = [*[of_open_round(table) for table in TABLES], *[append_only(table) for table in TABLES]]
