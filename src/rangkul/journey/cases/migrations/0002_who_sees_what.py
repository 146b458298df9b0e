"""Who sees a case: who holds a grant on it (team, referral, break-glass, the client through the ticket) and the
supervisors of its unit. Not the other workers of the unit, not the administration. What hangs on a case is seen
through the case; what the team writes for itself is seen by staff alone.
"""

from django.db import migrations

from rangkul.base.rls import also_see, append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
I_PRACTISE = "(SELECT ask_practises())"
SUPERVISOR = "(SELECT ask_role('supervisor'))"

CASE = (
    f"({JOB} OR ({MY_UNIT} AND {SUPERVISOR}) OR {holds('cases_case.id')})"
    " AND coalesce(against_id <> (SELECT ask_staff()), true)"
)


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


def internal(table: str, **more) -> migrations.RunSQL:
    """Written by the team for the team."""
    return protect(table, see=f"({STAFF} OR {JOB}) AND {mine(table)}", **more)


def shared(table: str, **more) -> migrations.RunSQL:
    """Read by the client too; written by staff."""
    see = mine(table)
    return protect(table, see=see, add=f"({STAFF} OR {JOB}) AND {see}", **more)


CLIENTS_TASK = f"({STAFF} OR {JOB} OR owner_kind = 'client') AND {mine('cases_task')}"
FROM_CLIENT = f"{TICKET} AND kind = 'client' AND by_id IS NULL"

# The next date is right whoever writes, also the client through the ticket, who may not change the case itself.
NEXT_DUE = """
CREATE SEQUENCE cases_number;
GRANT USAGE, SELECT ON SEQUENCE cases_number TO rangkul_app;
CREATE FUNCTION cases_next_due(wanted uuid) RETURNS timestamptz
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(at) FROM (
    SELECT min((due + time '23:59') AT TIME ZONE 'Asia/Jakarta') FROM cases_task WHERE case_id = wanted AND state = 'open'
    UNION ALL SELECT min(at) FROM cases_appointment WHERE case_id = wanted AND state = 'planned'
    UNION ALL SELECT contract_due_at FROM cases_case WHERE id = wanted
  ) AS dates(at);
$$;
CREATE FUNCTION cases_keep_next_due() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases_case c SET next_due_at = cases_next_due(c.id) WHERE c.id IN (SELECT case_id FROM changed);
  RETURN NULL;
END $$;
"""
# Numbers alone, for whoever decides to whom the next request goes.
LOAD = """
CREATE FUNCTION cases_load(staff uuid[]) RETURNS TABLE (worker_id uuid, open integer)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.worker_id, count(*)::integer FROM cases_case c
   WHERE c.worker_id = ANY (staff) AND c.state = 'open' AND ask_kind() IS NOT NULL GROUP BY 1;
$$;
"""
NO_NEXT_DUE = (
    "DROP FUNCTION cases_keep_next_due() CASCADE; DROP FUNCTION cases_next_due(uuid); DROP SEQUENCE cases_number;"
)
TRIGGERS = "".join(
    f"CREATE TRIGGER next_due_{verb.lower()} AFTER {verb} ON {table} REFERENCING NEW TABLE AS changed"
    " FOR EACH STATEMENT EXECUTE FUNCTION cases_keep_next_due();"
    for table in ("cases_task", "cases_appointment")
    for verb in ("INSERT", "UPDATE")
)

# What moves with every contact is no decision about the case and would drown the versions that matter.
WATCHED = [
    "agency_id",
    "unit_id",
    "worker_id",
    "client_kind",
    "person_id",
    "household_id",
    "name",
    "concern",
    "stage",
    "state",
    "level",
    "service_function",
    "contract_due_at",
    "contact_days",
    "alone_because",
]
CASE_VERSIONS = (
    "CREATE TRIGGER keep_version BEFORE UPDATE ON cases_case FOR EACH ROW"
    f" WHEN (({', '.join(f'OLD.{name}' for name in WATCHED)}) IS DISTINCT FROM"
    f" ({', '.join(f'NEW.{name}' for name in WATCHED)})) EXECUTE FUNCTION keep_version()"
)

# Persons of a visible case are known to its team, whatever agency or unit registered them. The holder of a ticket
# does not see them: it could be somebody from whom another person of the case hides. The functions run with the
# asker's own rights, so the policies of the case decide.
NAMED = """
CREATE FUNCTION cases_names_person(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.cases_caseperson WHERE person_id = wanted); END $$;
CREATE FUNCTION cases_names_household(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.cases_case WHERE household_id = wanted); END $$;
CREATE FUNCTION cases_names_staff(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.cases_teammember WHERE staff_id = wanted); END $$;
"""
UNNAMED = (
    "DROP FUNCTION cases_names_person(uuid); DROP FUNCTION cases_names_household(uuid);"
    " DROP FUNCTION cases_names_staff(uuid);"
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_cases"), ("intake", "0002_who_sees_what"), ("trust", "0002_who_sees_what")]

    operations = [
        protect(
            "cases_case",
            see=CASE,
            add=f"{MY_AGENCY} AND {I_PRACTISE}",
            change=f"({STAFF} OR {JOB}) AND ({CASE})",
        ),
        internal("cases_caseperson"),
        shared("cases_teammember"),
        internal("cases_partner"),
        shared("cases_stagestep", keep=True),
        internal("cases_riskchange", keep=True),
        shared("cases_contract"),
        internal("cases_activity", keep=True),
        protect(
            "cases_note",
            see=f"({STAFF} OR kind = 'client') AND {mine('cases_note')}",
            add=f"({STAFF} OR ({FROM_CLIENT})) AND {mine('cases_note')}",
            keep=True,
        ),
        internal("cases_document", keep=True),
        protect("cases_task", see=mine("cases_task"), add=CLIENTS_TASK, change=CLIENTS_TASK),
        shared("cases_appointment"),
        internal("cases_signature"),
        shared("cases_decision", keep=True),
        internal(
            "cases_termination",
            columns="reopened_at, reopened_by_id, reopened_reason, satisfaction, satisfaction_words",
        ),
        *[
            append_only(f"cases_{name}")
            for name in ["stagestep", "riskchange", "activity", "note", "document", "decision"]
        ],
        migrations.RunSQL(NEXT_DUE, NO_NEXT_DUE),
        migrations.RunSQL(LOAD, "DROP FUNCTION cases_load(uuid[])"),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(CASE_VERSIONS, "DROP TRIGGER keep_version ON cases_case"),
        keep_versions(
            "cases_caseperson",
            "cases_teammember",
            "cases_partner",
            "cases_contract",
            "cases_task",
            "cases_appointment",
            "cases_signature",
            "cases_termination",
        ),
        migrations.RunSQL(NAMED, UNNAMED),
        also_see("people_person", "through_case", f"{STAFF} AND cases_names_person(id)"),
        also_see("people_household", "through_case", f"{STAFF} AND cases_names_household(id)"),
        also_see("people_staff", "through_case", f"({STAFF} OR {TICKET}) AND cases_names_staff(id)"),
        also_see("base_event", "through_case", f"subject_kind = 'case' AND {through('cases_case', 'subject_id')}"),
    ]
