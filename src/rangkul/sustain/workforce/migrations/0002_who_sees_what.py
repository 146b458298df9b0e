"""What supervisor and worker tell each other is seen by the two. A head reads the shared record only where both signed
for that; nobody else reads anything, and the personal notes and the log for oneself open for no role at all. No
versions are kept of these tables: an auditor reads versions. What is signed is frozen here instead, and nobody signs
for the other.
"""

from django.db import migrations

from rangkul.base.rls import append_only, protect, through

ME = "(SELECT ask_staff())"
STAFF = "(SELECT ask_kind()) = 'staff'"
CLOCK = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'workforce.clock'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
TWO = f"({STAFF} AND {ME} IN (supervisor_id, worker_id))"
HEAD = f"({STAFF} AND readers = 'head' AND {MY_AGENCY} AND (SELECT ask_role('pimpinan')))"

# Written out for each statement these would cost the planner; they ask with the asker's own rights.
OF_THE_TWO = """
CREATE FUNCTION workforce_mine(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.workforce_session
  WHERE id = wanted AND public.ask_staff() IN (supervisor_id, worker_id)); END $$;
CREATE FUNCTION workforce_open(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.workforce_session
  WHERE id = wanted AND public.ask_staff() IN (supervisor_id, worker_id) AND state IN ('planned', 'held')
    AND supervisor_signed_at IS NULL AND worker_signed_at IS NULL); END $$;
"""
NOT_OF_THE_TWO = "DROP FUNCTION workforce_mine(uuid); DROP FUNCTION workforce_open(uuid);"

# Nobody signs for the other, and no signature stays under words that changed.
SIGNING = """
CREATE FUNCTION workforce_signing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  beside text[] := ARRAY['state', 'supervisor_signed_at', 'worker_signed_at', 'valid_from', 'valid_to', 'ended_at',
    'ended_by_id', 'why_ended', 'cancelled_at', 'cancelled_by_id', 'why_cancelled'];
  who uuid := ask_staff();
BEGIN
  IF (NEW.supervisor_signed_at IS NOT NULL AND who IS DISTINCT FROM NEW.supervisor_id
      AND (TG_OP = 'INSERT' OR NEW.supervisor_signed_at IS DISTINCT FROM OLD.supervisor_signed_at))
    OR (NEW.worker_signed_at IS NOT NULL AND who IS DISTINCT FROM NEW.worker_id
      AND (TG_OP = 'INSERT' OR NEW.worker_signed_at IS DISTINCT FROM OLD.worker_signed_at)) THEN
    RAISE EXCEPTION 'nobody signs for the other' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF ((NEW.supervisor_signed_at IS NOT NULL AND NEW.supervisor_signed_at = OLD.supervisor_signed_at)
        OR (NEW.worker_signed_at IS NOT NULL AND NEW.worker_signed_at = OLD.worker_signed_at))
      AND to_jsonb(NEW) - beside IS DISTINCT FROM to_jsonb(OLD) - beside THEN
      RAISE EXCEPTION 'signed words are never changed' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signing BEFORE INSERT OR UPDATE ON workforce_contract FOR EACH ROW EXECUTE FUNCTION workforce_signing();
CREATE TRIGGER signing BEFORE INSERT OR UPDATE ON workforce_session FOR EACH ROW EXECUTE FUNCTION workforce_signing();
"""
FROZEN = """
CREATE FUNCTION workforce_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  beside text[] := CASE TG_TABLE_NAME WHEN 'workforce_contract'
    THEN ARRAY['state', 'valid_to', 'ended_at', 'ended_by_id', 'why_ended'] ELSE ARRAY[]::text[] END;
BEGIN
  IF to_jsonb(NEW) - beside IS DISTINCT FROM to_jsonb(OLD) - beside OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'what both signed is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE ON workforce_contract FOR EACH ROW
  WHEN (OLD.state <> 'draft') EXECUTE FUNCTION workforce_frozen();
CREATE TRIGGER frozen BEFORE UPDATE ON workforce_session FOR EACH ROW
  WHEN (OLD.state IN ('signed', 'cancelled')) EXECUTE FUNCTION workforce_frozen();
"""

UNDER_CONTRACT = (
    "EXISTS (SELECT 1 FROM workforce_contract c WHERE c.id = contract_id AND c.state = 'in_force'"
    " AND c.supervisor_id = workforce_session.supervisor_id AND c.worker_id = workforce_session.worker_id"
    " AND c.readers = workforce_session.readers AND c.agency_id = workforce_session.agency_id)"
)
PERSONAL = (
    f"{TWO} AND by_id = {ME} AND EXISTS (SELECT 1 FROM workforce_session s WHERE s.id = session_id"
    " AND s.supervisor_id = workforce_personalnote.supervisor_id AND s.worker_id = workforce_personalnote.worker_id"
    " AND s.personal_key_id = workforce_personalnote.key_id)"
)
OF_ONE_IN_FORCE = (
    "EXISTS (SELECT 1 FROM workforce_contract c WHERE c.state = 'in_force'"
    " AND c.supervisor_id = workforce_readiness.supervisor_id AND c.worker_id = workforce_readiness.worker_id)"
)


def seen(table: str) -> str:
    """With its session; what concerns a case only while the case is seen too."""
    case = through("cases_case", f"{table}.case_id")
    return f"{through('workforce_session', f'{table}.session_id')} AND (case_id IS NULL OR {case})"


def part_of_record(table: str, *, columns: str, change: str, also: str = "true") -> list[migrations.RunSQL]:
    """Added, changed and taken out by the two, until somebody has signed."""
    open_still = f"workforce_open({table}.session_id)"
    frozen = f"CREATE POLICY {table}_frozen ON {table} AS RESTRICTIVE FOR DELETE TO rangkul_app USING ({open_still})"
    return [
        protect(
            table,
            see=seen(table),
            add=f"{open_still} AND {seen(table)} AND {also}",
            change=f"{change.format(open=open_still, mine=f'workforce_mine({table}.session_id)')} AND {seen(table)}",
            columns=columns,
            delete=True,
        ),
        migrations.RunSQL(frozen, f"DROP POLICY {table}_frozen ON {table}"),
    ]


class Migration(migrations.Migration):
    dependencies = [("workforce", "0001_supervision"), ("cases", "0002_who_sees_what"), ("trust", "0002_who_sees_what")]

    operations = [
        migrations.RunSQL(OF_THE_TWO, NOT_OF_THE_TWO),
        protect(
            "workforce_contract",
            see=f"{TWO} OR ({HEAD} AND state <> 'draft') OR ({CLOCK})",
            add=f"{TWO} AND {MY_AGENCY} AND written_by_id = {ME} AND state = 'draft'",
            change=TWO,
            columns="state, purpose, administrative, educative, supportive, confidentiality, reported_up, every_weeks,"
            " channel, readers, supervisor_signed_at, worker_signed_at, valid_from, valid_to, ended_at, ended_by_id,"
            " why_ended",
        ),
        protect(
            "workforce_session",
            see=f"{TWO} OR ({HEAD} AND state = 'signed') OR ({CLOCK})",
            add=f"{TWO} AND {MY_AGENCY} AND state = 'planned' AND {UNDER_CONTRACT}",
            change=TWO,
            columns="state, at, channel, place, held_at, revision, administrative, educative, supportive, summary, next_at,"
            " why_no_next, supervisor_signed_at, worker_signed_at, cancelled_at, cancelled_by_id, why_cancelled",
        ),
        migrations.RunSQL(SIGNING, "DROP FUNCTION workforce_signing() CASCADE"),
        migrations.RunSQL(FROZEN, "DROP FUNCTION workforce_frozen() CASCADE"),
        protect("workforce_personalnote", see=TWO, add=PERSONAL, keep=True),
        append_only("workforce_personalnote"),
        protect(
            "workforce_correction",
            see=through("workforce_session", "workforce_correction.session_id"),
            add=f"by_id = {ME} AND workforce_mine(workforce_correction.session_id)",
            keep=True,
        ),
        append_only("workforce_correction"),
        *part_of_record("workforce_agendaitem", columns="text, source, outcome, said", change="{open}"),
        *part_of_record("workforce_decision", columns="note_id", change="{mine}", also=f"by_id = {ME}"),
        *part_of_record("workforce_followup", columns="state, ended_at, ended_by_id, outcome", change="{mine}"),
        protect("workforce_reflection", see=f"{STAFF} AND staff_id = {ME}", keep=True, delete=True),
        protect(
            "workforce_readiness",
            see=TWO,
            add=f"{STAFF} AND supervisor_id = {ME} AND {OF_ONE_IN_FORCE}",
            change=f"{STAFF} AND worker_id = {ME}",
            columns="reply, replied_at",
        ),
        protect(
            "workforce_overdue",
            see=f"({CLOCK}) OR ({STAFF} AND {ME} IN (told_id, owner_id))",
            add=CLOCK,
            change=f"({CLOCK}) OR ({STAFF} AND told_id = {ME})",
            columns="next_at, acknowledged_at, acknowledged_by_id, settled_at",
        ),
    ]
