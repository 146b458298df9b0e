"""Assessments are the team's working papers: seen by staff through the case, never by the holder of a ticket.
A signed round is frozen here, not in the pages: no verb and no raw statement of the application changes it.
"""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
STAFF = "(SELECT ask_kind()) = 'staff'"


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


def internal(table: str, add: str = "", **more) -> migrations.RunSQL:
    """Read by the team, its supervisor and jobs; written by people."""
    see = f"{STAFF_OR_JOB} AND {mine(table)}"
    return protect(table, see=see, add=f"{STAFF} AND {mine(table)}{add}", **more)


DRAFT = (
    " AND EXISTS (SELECT 1 FROM assessment_assessment round"
    " WHERE round.id = assessment_fact.assessment_id AND round.state = 'draft')"
)
FROZEN = (
    "CREATE POLICY assessment_assessment_frozen ON assessment_assessment AS RESTRICTIVE FOR UPDATE TO rangkul_app"
    " USING (state <> 'signed') WITH CHECK (true)"
)
# A machine may raise a risk and say by which rule; what it writes never carries a worker's name.
LOOK = f"({STAFF} OR ((SELECT ask_kind()) = 'job' AND looked_by_id IS NULL)) AND {mine('assessment_risklook')}"


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_rounds_facts_risks"), ("cases", "0002_who_sees_what")]

    operations = [
        internal("assessment_assessment"),
        migrations.RunSQL(FROZEN, "DROP POLICY assessment_assessment_frozen ON assessment_assessment"),
        internal("assessment_fact", add=DRAFT, keep=True),
        internal("assessment_functioning", keep=True),
        protect("assessment_risk", see=f"{STAFF_OR_JOB} AND {mine('assessment_risk')}"),
        protect(
            "assessment_risklook",
            see=f"{STAFF_OR_JOB} AND {mine('assessment_risklook')}",
            add=LOOK,
            keep=True,
        ),
        internal("assessment_riskcheck", keep=True),
        internal("assessment_casecategory", columns="until, end_reason"),
        *[append_only(f"assessment_{name}") for name in ("fact", "functioning", "risklook", "riskcheck")],
        keep_versions("assessment_assessment", "assessment_risk", "assessment_casecategory"),
    ]
