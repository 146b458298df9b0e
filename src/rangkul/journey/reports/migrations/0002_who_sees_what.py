"""Documents are the team's; the holder of the ticket reads those that a person gave. What was signed is frozen here,
whatever a page or a script tries. Anybody may ask whether a code is genuine, and learns nothing of a person.
"""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
TICKET = "(SELECT ask_kind()) = 'ticket'"


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


PAPER = f"{mine('reports_paper')} AND ({STAFF_OR_JOB} OR ({TICKET} AND given_at IS NOT NULL))"
IN_DRAFT = "EXISTS (SELECT 1 FROM reports_paper p WHERE p.id = reports_passage.paper_id AND p.state = 'draft')"
SEE_PASSAGE = f"{STAFF_OR_JOB} AND {mine('reports_passage')}"
WRITE_PASSAGE = f"{STAFF} AND {mine('reports_passage')} AND {IN_DRAFT}"

# A signed document changes twice more: when it is given to the client, and when the next version replaces it.
KEEP_SIGNED = """
CREATE FUNCTION reports_keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{state,given_at,given_by_id}'::text[] IS DISTINCT FROM
     to_jsonb(OLD) - '{state,given_at,given_by_id}'::text[]
     OR NOT (NEW.state = OLD.state OR (OLD.state = 'signed' AND NEW.state = 'replaced'))
     OR (OLD.given_at IS NOT NULL AND (NEW.given_at, NEW.given_by_id) IS DISTINCT FROM (OLD.given_at, OLD.given_by_id))
  THEN
    RAISE EXCEPTION 'a signed document is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signed BEFORE UPDATE ON reports_paper FOR EACH ROW
  WHEN (OLD.state IN ('signed', 'replaced')) EXECUTE FUNCTION reports_keep_signed();
"""

# One look-up by an index, for a code that exists as for one that never did.
CHECK = """
CREATE FUNCTION reports_check(wanted bytea)
  RETURNS TABLE (kind varchar, agency varchar, day date, version smallint, newest smallint)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.kind, a.name, p.signed_on, p.version,
         (SELECT max(n.version) FROM reports_paper n WHERE n.thread = p.thread AND n.state IN ('signed', 'replaced'))
    FROM reports_paper p JOIN cases_case c ON c.id = p.case_id JOIN people_agency a ON a.id = c.agency_id
   WHERE p.code_blind = wanted AND p.state IN ('signed', 'replaced') AND ask_kind() IS NOT NULL;
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_papers"), ("cases", "0012_supervisors_sign_documents")]

    operations = [
        protect(
            "reports_paper",
            see=PAPER,
            add=f"{STAFF} AND {mine('reports_paper')}",
            change=f"{STAFF} AND {mine('reports_paper')}",
        ),
        migrations.RunSQL(KEEP_SIGNED, "DROP FUNCTION reports_keep_signed() CASCADE"),
        protect("reports_passage", see=SEE_PASSAGE, add=WRITE_PASSAGE, change=WRITE_PASSAGE),
        migrations.RunSQL(CHECK, "DROP FUNCTION reports_check(bytea)"),
        keep_versions("reports_paper", "reports_passage"),
    ]
