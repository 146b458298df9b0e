"""Measures are shared with the client, as reviews are; points and phases are appended and never changed.

What the client says about the working together is for the client and the team; the supervisor of the unit sees the
numbers, nobody the words, and no job reads either: there is nothing to rank workers by (A18). Whoever sees the case by
another right (a partner through a referral, an emergency) does not see it.
"""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
TICKET = "(SELECT ask_kind()) = 'ticket'"


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


def kept(table: str) -> migrations.RunSQL:
    return protect(table, see=mine(table), add=f"{STAFF} AND {mine(table)}", keep=True)


# With the asker's own rights: the policies of case and team decide what the subqueries find.
CIRCLE = """
CREATE FUNCTION plans_in_team(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.cases_teammember m
  WHERE m.case_id = wanted AND m.staff_id = public.ask_staff() AND m.until IS NULL); END $$;
CREATE FUNCTION plans_supervises(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN public.ask_role('supervisor') AND EXISTS (SELECT 1 FROM public.cases_case c
  WHERE c.id = wanted AND c.unit_id = public.ask_unit()); END $$;
"""
NO_CIRCLE = "DROP FUNCTION plans_in_team(uuid); DROP FUNCTION plans_supervises(uuid);"


def circle(table: str) -> str:
    return f"(({TICKET} AND {mine(table)}) OR ({STAFF} AND plans_in_team({table}.case_id)))"


RATING, WORDS = circle("plans_alliancerating"), circle("plans_alliancewords")
SEE_RATING = f"({RATING} OR ({STAFF} AND plans_supervises(plans_alliancerating.case_id)))"


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_measures_and_alliance"), ("cases", "0002_who_sees_what")]

    operations = [
        migrations.RunSQL(CIRCLE, NO_CIRCLE),
        protect(
            "plans_measure",
            see=mine("plans_measure"),
            add=f"{STAFF} AND {mine('plans_measure')}",
            columns="thread, strand, ended_on, end_reason",
        ),
        kept("plans_measurepoint"),
        kept("plans_measurephase"),
        protect("plans_alliancerating", see=SEE_RATING, add=RATING, keep=True),
        protect("plans_alliancewords", see=WORDS, add=WORDS, keep=True),
        *[append_only(f"plans_{name}") for name in ("measurepoint", "measurephase", "alliancerating", "alliancewords")],
        keep_versions("plans_measure"),
    ]
