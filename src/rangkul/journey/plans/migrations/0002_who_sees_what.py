"""A plan belongs to the client too: the holder of the ticket reads it from the day it is agreed, with its goals,
reviews and judgements. An agreed version and everything in it is frozen here, whatever a page or a script tries.
"""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
STAFF = "(SELECT ask_kind()) = 'staff'"
OPEN = ("draft", "asked")


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


def in_draft(table: str) -> str:
    return f"EXISTS (SELECT 1 FROM plans_plan plan WHERE plan.id = {table}.plan_id AND plan.state = 'draft')"


def part_of_plan(table: str) -> list[migrations.RunSQL]:
    """Seen with its plan; added, changed and taken out only while the plan is a draft."""
    see = f"{mine(table)} AND ({STAFF_OR_JOB} OR {through('plans_plan', f'{table}.plan_id')})"
    write = f"{STAFF} AND {mine(table)} AND {in_draft(table)}"
    frozen = f"CREATE POLICY {table}_frozen ON {table} AS RESTRICTIVE FOR DELETE TO rangkul_app USING ({write})"
    return [
        protect(table, see=see, add=write, change=write, delete=True),
        migrations.RunSQL(frozen, f"DROP POLICY {table}_frozen ON {table}"),
    ]


def kept(table: str) -> migrations.RunSQL:
    """Reviews are appended by staff and read by the client too."""
    return protect(table, see=mine(table), add=f"{STAFF} AND {mine(table)}", keep=True)


PLAN = f"{mine('plans_plan')} AND ({STAFF_OR_JOB} OR state NOT IN {OPEN})"
# An agreed version changes once more: when the next one replaces it. Only its state may move then.
FROZEN = (
    "CREATE POLICY plans_plan_frozen ON plans_plan AS RESTRICTIVE FOR UPDATE TO rangkul_app"
    " USING (state <> 'replaced') WITH CHECK (true)"
)
KEEP_AGREED = """
CREATE FUNCTION plans_keep_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state' OR NEW.state <> 'replaced' THEN
    RAISE EXCEPTION 'an agreed plan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_agreed BEFORE UPDATE ON plans_plan FOR EACH ROW
  WHEN (OLD.state IN ('agreed', 'replaced')) EXECUTE FUNCTION plans_keep_agreed();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_plans_reviews"), ("cases", "0002_who_sees_what")]

    operations = [
        protect("plans_plan", see=PLAN, add=f"{STAFF} AND {PLAN}", change=f"{STAFF} AND {PLAN}"),
        migrations.RunSQL(FROZEN, "DROP POLICY plans_plan_frozen ON plans_plan"),
        migrations.RunSQL(KEEP_AGREED, "DROP FUNCTION plans_keep_agreed() CASCADE"),
        *part_of_plan("plans_goal"),
        *part_of_plan("plans_alternative"),
        *part_of_plan("plans_hypothesis"),
        kept("plans_review"),
        kept("plans_reviewlevel"),
        append_only("plans_review"),
        append_only("plans_reviewlevel"),
        keep_versions("plans_plan", "plans_goal", "plans_alternative", "plans_hypothesis"),
    ]
