"""Who sees a request: who practises in its unit, who holds a grant, and the holder of its ticket. Nobody else.

The public may hand one in and reads back only through ticket and PIN. Whoever is complained about sees nothing of it,
also where a standing right or a grant would show it.
"""

from django.db import migrations

from rangkul.base.rls import APP, append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
PUBLIC = "(SELECT ask_kind()) IN ('public', 'ticket')"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
I_PRACTISE = "(SELECT ask_practises())"

REQUEST = (
    f"({JOB} OR ({MY_UNIT} AND {I_PRACTISE}) OR id = (SELECT ask_ticket()) OR {holds('intake_request.id')})"
    " AND coalesce(against_id <> (SELECT ask_staff()), true)"
)
# The public chooses neither agency nor unit: the routing rule does, before the row is written.
HAND_IN = f"{PUBLIC} OR {JOB} OR ({STAFF} AND {MY_AGENCY})"
# A job may also clear away what has expired.
DRAFT = (
    "(SELECT decode(nullif(current_setting('rangkul.draft', true), ''), 'hex')) IN (secret, resume)"
    f" OR ({JOB} AND expires_at < now())"
)
SOMEBODY = "(SELECT ask_kind()) IS NOT NULL"

# Counts one attempt for each subject in its window and tells the largest count; asks nothing, reveals nothing else.
KNOCK = """
CREATE FUNCTION intake_knock(subjects bytea[], seconds integer) RETURNS integer
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH counted AS (
    INSERT INTO intake_knock (id, made_at, subject, began_at, count)
    SELECT gen_random_uuid(), now(), one, to_timestamp(floor(extract(epoch FROM clock_timestamp()) / seconds) * seconds), 1
    FROM unnest(subjects) AS one ORDER BY one
    ON CONFLICT (subject, began_at) DO UPDATE SET count = intake_knock.count + 1
    RETURNING count
  ) SELECT max(count)::integer FROM counted;
$$;
CREATE FUNCTION intake_forget_knocks() RETURNS void
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM intake_knock WHERE began_at < now() - interval '2 days';
$$;
-- The door: which request has this ticket. What is behind it opens only with the PIN, which the database does not know.
CREATE FUNCTION intake_by_ticket(wanted text) RETURNS TABLE (id uuid, pin_generation smallint)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, r.pin_generation FROM intake_request r WHERE r.ticket = wanted AND ask_kind() IS NOT NULL;
$$;
-- Who answers, by first name and unit, for the holder of the ticket, who otherwise knows nothing of the staff.
CREATE FUNCTION intake_who_answers(wanted uuid) RETURNS TABLE (name varchar, unit varchar)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.called_name, u.name FROM intake_request r
    JOIN people_staff s ON s.id = r.owner_id JOIN people_unit u ON u.id = r.unit_id
   WHERE r.id = wanted AND r.id = ask_ticket();
$$;
"""
NO_KNOCK = (
    "DROP FUNCTION intake_who_answers(uuid); DROP FUNCTION intake_by_ticket(text); DROP FUNCTION intake_forget_knocks();"
    " DROP FUNCTION intake_knock(bytea[], integer);"
)
CLOSE_KNOCKS = f"ALTER TABLE intake_knock ENABLE ROW LEVEL SECURITY; REVOKE ALL ON intake_knock FROM {APP};"


def of_request(table: str, *, keep: bool, handed_in: bool = False) -> migrations.RunSQL:
    """Seen with its request, and written by whoever sees it. `handed_in`: also by who hands the request in and
    cannot see it afterwards: the public, and a worker whose request goes to another unit."""
    mine = through("intake_request", f"{table}.request_id")
    return protect(table, see=mine, add=f"{mine} OR {PUBLIC} OR {I_PRACTISE}" if handed_in else mine, keep=keep)


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_requests"), ("trust", "0001_trust"), ("base", "0001_ground")]

    operations = [
        protect("intake_request", see=REQUEST, add=HAND_IN),
        of_request("intake_contact", keep=False, handed_in=True),
        of_request("intake_ruling", keep=True, handed_in=True),
        protect(
            "intake_requestkey",
            see=f"{JOB} OR ({MY_UNIT} AND {I_PRACTISE})",
            add=f"{SOMEBODY}",
            keep=False,
            delete=True,
        ),
        protect("intake_draft", see=DRAFT, add=SOMEBODY, delete=True),
        *[of_request(f"intake_{name}", keep=True) for name in ("decision", "message", "levelchange")],
        of_request("intake_escalation", keep=False),
        *[append_only(f"intake_{name}") for name in ("decision", "message", "levelchange", "ruling")],
        migrations.RunSQL(KNOCK, NO_KNOCK),
        migrations.RunSQL(CLOSE_KNOCKS, migrations.RunSQL.noop),
        keep_versions("intake_request", "intake_contact", "intake_escalation"),
    ]
