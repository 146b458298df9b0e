"""Who sees a room: who holds its ticket, who sits in it (a grant), the supervisors of its unit, and while it waits
whoever practises there. Where the client agreed that the words stay with the file, whoever sees the case. Never the
worker about whom the request complained.

What is said beside the room never reaches the holder of the ticket, and everybody writes under their own seat alone.
"""

from django.db import migrations

from rangkul.base.rls import APP, also_see, append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
SOMEBODY = "(SELECT ask_kind()) IS NOT NULL"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
I_PRACTISE = "(SELECT ask_practises())"
SUPERVISOR = "(SELECT ask_role('supervisor'))"
MYSELF = "(SELECT ask_staff())"

ROOM = (
    f"({JOB} OR ({TICKET} AND request_id = (SELECT ask_ticket()))"
    f" OR ({MY_UNIT} AND ({SUPERVISOR} OR (state = 'waiting' AND {I_PRACTISE})))"
    f" OR {holds('counselling_room.id')}"
    f" OR (in_file AND {STAFF} AND case_id IS NOT NULL AND {through('cases_case', 'case_id')}))"
    " AND coalesce(against_id <> (SELECT ask_staff()), true)"
)


def mine(table: str) -> str:
    return through("counselling_room", f"{table}.room_id")


OF_REQUEST = through("intake_request", "request_id")
SEAT_CHANGE = f"({STAFF} OR {JOB} OR ({TICKET} AND staff_id IS NULL)) AND {mine('counselling_seat')}"
MESSAGE = f"({STAFF} OR {JOB} OR lane = 'room') AND {mine('counselling_message')}"
OWN_DRAFT = (
    f"{mine('counselling_draft')}"
    f" AND (({STAFF} AND staff_id = {MYSELF}) OR ({TICKET} AND staff_id IS NULL AND lane = 'room') OR {JOB})"
)
DESK = f"{JOB} OR ({STAFF} AND {MY_AGENCY})"
OWN_DESK = f"{STAFF} AND {MY_AGENCY} AND staff_id = {MYSELF}"
TERMS = f"{STAFF} AND {MY_AGENCY} AND (SELECT ask_role('pimpinan', 'admin'))"
PREPARED = f"{MY_AGENCY} AND {I_PRACTISE} AND (staff_id IS NULL OR staff_id = {MYSELF})"

# Words come from the writer's own seat; a line of the house may be about somebody else, among staff. Asked with the
# asker's own rights, and as a function because a subquery in a policy costs the planner milliseconds.
OWN_SEAT = """
CREATE FUNCTION counselling_own_seat(wanted uuid, said text) RETURNS boolean STABLE LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM public.counselling_seat s WHERE s.id = wanted AND (
      (public.ask_kind() = 'ticket' AND s.staff_id IS NULL)
      OR (public.ask_kind() = 'staff' AND (said <> '' OR (s.staff_id = public.ask_staff() AND s.left_at IS NULL)))));
END $$;
"""
# Numbers for the waiting room. Nobody learns who waits, and of those who answer only what they wrote for everybody.
NUMBERS = """
CREATE FUNCTION counselling_there(wanted uuid) RETURNS bigint
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*) FROM people_staff s
   WHERE s.on_duty AND s.is_active AND s.roles && ARRAY['peksos', 'junior', 'supervisor']::varchar[]
     AND (wanted IS NULL OR s.unit_id = wanted) AND ask_kind() IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM counselling_desk d WHERE d.staff_id = s.id AND d.away_until > now());
$$;
CREATE FUNCTION counselling_right_now() RETURNS TABLE (on_duty bigint, waiting bigint)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT counselling_there(NULL),
         (SELECT count(*) FROM counselling_room WHERE state = 'waiting' AND kind = 'live' AND ask_kind() IS NOT NULL);
$$;
CREATE FUNCTION counselling_ahead(wanted uuid) RETURNS TABLE (before bigint, on_duty bigint, away text)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (SELECT count(*) FROM counselling_room o WHERE o.unit_id = r.unit_id AND o.state = 'waiting'
            AND o.kind = 'live' AND o.began_at < r.began_at),
         counselling_there(r.unit_id),
         coalesce((SELECT d.away_words FROM counselling_desk d WHERE d.staff_id = r.owner_id AND d.away_until > now()), '')
    FROM counselling_room r WHERE r.id = wanted AND r.request_id = ask_ticket();
$$;
"""
NO_NUMBERS = "DROP FUNCTION counselling_ahead(uuid); DROP FUNCTION counselling_right_now(); DROP FUNCTION counselling_there(uuid);"
# Words go by one job alone, and only those of a room that has been marked as erased.
ERASED = f"""
GRANT DELETE ON counselling_message TO {APP};
CREATE POLICY counselling_message_remove ON counselling_message FOR DELETE TO {APP}
  USING ({JOB} AND (SELECT ask_name()) = 'counselling.erase');
"""
NOT_ERASED = "DROP POLICY counselling_message_remove ON counselling_message;"
# What moves with every word is no decision about the room.
WATCHED = ("unit_id", "owner_id", "case_id", "state", "kind", "in_file", "hushed_at", "ended_at", "erase_at", "noted")
VERSIONS = (
    "CREATE TRIGGER keep_version BEFORE UPDATE ON counselling_room FOR EACH ROW"
    f" WHEN (({', '.join(f'OLD.{name}' for name in WATCHED)}) IS DISTINCT FROM"
    f" ({', '.join(f'NEW.{name}' for name in WATCHED)})) EXECUTE FUNCTION keep_version()"
)


class Migration(migrations.Migration):
    dependencies = [
        ("counselling", "0001_rooms"),
        ("cases", "0002_who_sees_what"),
        ("intake", "0002_who_sees_what"),
        ("trust", "0002_who_sees_what"),
    ]

    operations = [
        protect("counselling_room", see=ROOM, add=f"{TICKET} AND request_id = (SELECT ask_ticket())", change=ROOM),
        protect(
            "counselling_seat",
            see=mine("counselling_seat"),
            add=f"({JOB} OR ({TICKET} AND staff_id IS NULL)) AND {mine('counselling_seat')}",
            change=SEAT_CHANGE,
            columns="role, left_at, delivered_to, read_to",
        ),
        migrations.RunSQL(OWN_SEAT, "DROP FUNCTION counselling_own_seat(uuid, text)"),
        protect(
            "counselling_message",
            see=MESSAGE,
            add=f"({MESSAGE}) AND counselling_own_seat(seat_id, line)",
            keep=True,
        ),
        append_only("counselling_message"),
        migrations.RunSQL(ERASED, NOT_ERASED),
        protect("counselling_draft", see=OWN_DRAFT, delete=True),
        protect(
            "counselling_summary",
            see=f"({STAFF} OR {JOB}) AND ({mine('counselling_summary')} OR {OF_REQUEST})",
            change=f"({STAFF} OR {JOB}) AND ({mine('counselling_summary')} OR {OF_REQUEST})",
            columns="next_done_at",
        ),
        protect(
            "counselling_block",
            see=f"({STAFF} AND {OF_REQUEST}) OR ({TICKET} AND request_id = (SELECT ask_ticket())) OR {JOB}",
            add=f"{STAFF} AND {OF_REQUEST}",
            change=f"{STAFF} AND {OF_REQUEST}",
            columns="lifted_at, lifted_by_id",
        ),
        protect("counselling_terms", see=SOMEBODY, add=TERMS, change=TERMS),
        protect("counselling_desk", see=DESK, add=OWN_DESK, change=OWN_DESK),
        protect("counselling_prepared", see=PREPARED, delete=True),
        migrations.RunSQL(NUMBERS, NO_NUMBERS),
        # That a room of the unit began or was taken concerns everybody there who might answer.
        also_see("base_event", "room", f"subject_kind = 'room' AND {MY_UNIT} AND {I_PRACTISE}"),
        migrations.RunSQL(VERSIONS, "DROP TRIGGER keep_version ON counselling_room"),
        keep_versions("counselling_block"),
    ]
