"""A conference is seen with its case, and by whoever holds a grant on it alone: an invited colleague, a guest by link.

A guest sees the own seat and nobody else's. What was held is frozen; dissent is only ever added.
"""

from django.db import migrations

from rangkul.base.rls import append_only, holds, keep_versions, protect, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
STAFF = "(SELECT ask_kind()) = 'staff'"
WITH_CASE = f"{STAFF_OR_JOB} AND {through('cases_case', 'conferences_conference.case_id')}"
CONFERENCE = f"({WITH_CASE}) OR {holds('conferences_conference.id')}"


def at_table(table: str) -> str:
    return through("conferences_conference", f"{table}.conference_id")


SEAT = (
    f"{at_table('conferences_invitation')} AND ({STAFF} OR (SELECT ask_kind()) = 'job' OR id = (SELECT ask_ticket()))"
)

KEEP_HELD = """
CREATE FUNCTION conferences_keep_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a conference that was held is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_held BEFORE UPDATE ON conferences_conference FOR EACH ROW
  WHEN (OLD.state <> 'planned') EXECUTE FUNCTION conferences_keep_held();
"""
# The door of a guest: which seat has this code. What is behind it opens only with the PIN, which is not stored.
DOOR = """
CREATE FUNCTION conferences_by_code(wanted text) RETURNS TABLE (id uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.id FROM conferences_invitation i
   WHERE i.code = wanted AND i.ended_at IS NULL AND i.valid_to > now() AND ask_kind() IS NOT NULL;
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_conferences"),
        ("cases", "0002_who_sees_what"),
        ("trust", "0012_seats_at_a_conference"),
    ]

    operations = [
        protect(
            "conferences_conference", see=CONFERENCE, add=f"{STAFF} AND {WITH_CASE}", change=f"{STAFF} AND {WITH_CASE}"
        ),
        protect("conferences_invitation", see=SEAT, add=f"{STAFF} AND {SEAT}", change=SEAT),
        protect(
            "conferences_decision",
            see=at_table("conferences_decision"),
            add=f"{STAFF} AND {at_table('conferences_decision')}",
            keep=True,
        ),
        protect(
            "conferences_dissent",
            see=at_table("conferences_dissent"),
            add=at_table("conferences_dissent"),
            keep=True,
        ),
        append_only("conferences_decision"),
        append_only("conferences_dissent"),
        keep_versions("conferences_conference", "conferences_invitation"),
        migrations.RunSQL(KEEP_HELD, "DROP FUNCTION conferences_keep_held() CASCADE"),
        migrations.RunSQL(DOOR, "DROP FUNCTION conferences_by_code(text)"),
    ]
