"""Who sees a group: its unit and whoever leads it; whoever holds a ticket of the agency, as long as it runs and leads to
nobody they complain about; the public, where it is listed. Who sits in it is seen by those who sit there, as called
names alone; whose seat it is by who leads, and by each for themself.

A member reads what was said since they joined, in the meeting and in their own private line; one who has left or was
removed nothing, by the next statement. The bounds hold in the database too: no more members than places, one seat a
person, no word outside a meeting, none from a hushed seat.
"""

from django.db import migrations

from rangkul.base.rls import APP, append_only, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
MYSELF = "(SELECT ask_staff())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
I_PRACTISE = "(SELECT ask_practises())"
SUPERVISOR = "(SELECT ask_role('supervisor'))"

RIGHTS = """
CREATE FUNCTION counselling_leads(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT ask_kind() = 'staff' AND ask_practises() AND EXISTS (
    SELECT 1 FROM counselling_group g WHERE g.id = wanted
       AND (g.owner_id = ask_staff() OR g.second_id = ask_staff()
            OR (g.unit_id = ask_unit() AND ask_role('supervisor'))));
$$;
CREATE FUNCTION counselling_my_seat(wanted uuid) RETURNS TABLE (seat uuid, since timestamptz)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.id, s.joined_at FROM counselling_groupmember m JOIN counselling_groupseat s ON s.id = m.seat_id
   WHERE m.group_id = wanted AND ask_kind() = 'ticket' AND m.request_id = ask_ticket() AND s.left_at IS NULL;
$$;
CREATE FUNCTION counselling_sits_in(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM counselling_my_seat(wanted));
$$;
CREATE FUNCTION counselling_sees_seat(wanted uuid, gone timestamptz) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT counselling_leads(wanted)
      OR EXISTS (SELECT 1 FROM counselling_my_seat(wanted) m WHERE gone IS NULL OR gone >= m.since);
$$;
CREATE FUNCTION counselling_leads_meeting(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT counselling_leads((SELECT group_id FROM counselling_meeting WHERE id = wanted));
$$;
CREATE FUNCTION counselling_hears(wanted uuid, line_of uuid, said timestamptz) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE ask_kind()
    WHEN 'staff' THEN counselling_leads_meeting(wanted)
    WHEN 'ticket' THEN EXISTS (
      SELECT 1 FROM counselling_my_seat((SELECT group_id FROM counselling_meeting WHERE id = wanted)) m
       WHERE said >= m.since AND (line_of IS NULL OR line_of = m.seat))
    ELSE false END;
$$;
CREATE FUNCTION counselling_says(wanted uuid, seated uuid, line_of uuid, said text) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE ask_kind()
    WHEN 'job' THEN said <> ''
    WHEN 'staff' THEN counselling_leads_meeting(wanted) AND (said <> '' OR EXISTS (
      SELECT 1 FROM counselling_groupseat s WHERE s.id = seated AND s.staff_id = ask_staff()))
    WHEN 'ticket' THEN said IN ('', 'withdrawn') AND (line_of IS NULL OR line_of = seated) AND EXISTS (
      SELECT 1 FROM counselling_my_seat((SELECT group_id FROM counselling_meeting WHERE id = wanted)) m
       WHERE m.seat = seated)
    ELSE false END;
$$;
CREATE FUNCTION counselling_own_group_seat(wanted uuid) RETURNS uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.seat_id FROM counselling_groupmember m WHERE m.seat_id = wanted AND m.request_id = ask_ticket();
$$;
CREATE FUNCTION counselling_request_of_seat(wanted uuid) RETURNS uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.request_id FROM counselling_groupmember m WHERE m.seat_id = wanted AND ask_kind() IN ('staff', 'job');
$$;
CREATE FUNCTION counselling_free_places(wanted uuid) RETURNS bigint
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT greatest(0, g.places - (SELECT count(*) FROM counselling_groupseat s
     WHERE s.group_id = g.id AND s.staff_id IS NULL AND s.left_at IS NULL))
    FROM counselling_group g WHERE g.id = wanted AND ask_kind() IS NOT NULL;
$$;
"""
NO_RIGHTS = "\n".join(
    f"DROP FUNCTION {name};"
    for name in (
        "counselling_free_places(uuid)",
        "counselling_request_of_seat(uuid)",
        "counselling_own_group_seat(uuid)",
        "counselling_says(uuid, uuid, uuid, text)",
        "counselling_hears(uuid, uuid, timestamptz)",
        "counselling_leads_meeting(uuid)",
        "counselling_sees_seat(uuid, timestamptz)",
        "counselling_sits_in(uuid)",
        "counselling_my_seat(uuid)",
        "counselling_leads(uuid)",
    )
)
BOUNDS = """
CREATE FUNCTION counselling_group_places() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE most integer;
BEGIN
  -- Two who join at the same moment wait for each other.
  SELECT places INTO most FROM counselling_group WHERE id = NEW.group_id FOR UPDATE;
  IF (SELECT count(*) FROM counselling_groupseat s WHERE s.group_id = NEW.group_id AND s.id <> NEW.id
        AND s.staff_id IS NULL AND s.left_at IS NULL) >= most THEN
    RAISE EXCEPTION 'a group has no more members than places'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_places';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION counselling_group_shrinks() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM counselling_groupseat s WHERE s.group_id = NEW.id
        AND s.staff_id IS NULL AND s.left_at IS NULL) > NEW.places THEN
    RAISE EXCEPTION 'a group has no fewer places than members'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_places';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION counselling_group_one_person() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM counselling_groupseat s
                  WHERE s.id = NEW.seat_id AND s.group_id = NEW.group_id AND s.staff_id IS NULL) THEN
    RAISE EXCEPTION 'the seat of a member is one of that group, and of nobody who works there'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_own_seat';
  END IF;
  IF EXISTS (
    SELECT 1 FROM intake_request mine
      JOIN intake_request other ON other.person_id = mine.person_id AND other.id <> mine.id
      JOIN counselling_groupmember m ON m.request_id = other.id AND m.group_id = NEW.group_id AND m.id <> NEW.id
      JOIN counselling_groupseat s ON s.id = m.seat_id
     WHERE mine.id = NEW.request_id AND (s.left_at IS NULL OR m.removed_at IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'one person has one seat in a group, whatever tickets they hold'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_one_person';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION counselling_group_in_meeting() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  met counselling_meeting%ROWTYPE;
  mine counselling_groupseat%ROWTYPE;
BEGIN
  SELECT * INTO met FROM counselling_meeting WHERE id = NEW.meeting_id;
  SELECT * INTO mine FROM counselling_groupseat WHERE id = NEW.seat_id;
  IF met.state <> 'open' OR mine.group_id <> met.group_id THEN
    RAISE EXCEPTION 'words are said by those who sit in a group, while it meets'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_in_meeting';
  END IF;
  IF NEW.line = '' AND (mine.left_at IS NOT NULL OR (NEW.beside_id IS NULL AND mine.muted_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'whoever left or was hushed says nothing to the group'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_may_speak';
  END IF;
  IF NEW.beside_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM counselling_groupseat s WHERE s.id = NEW.beside_id AND s.group_id = met.group_id AND s.staff_id IS NULL
  ) THEN
    RAISE EXCEPTION 'a private line is that of a member of the group'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_group_private_line';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places BEFORE INSERT OR UPDATE ON counselling_groupseat FOR EACH ROW
  WHEN (NEW.staff_id IS NULL AND NEW.left_at IS NULL) EXECUTE FUNCTION counselling_group_places();
CREATE TRIGGER shrinks BEFORE UPDATE OF places ON counselling_group FOR EACH ROW
  EXECUTE FUNCTION counselling_group_shrinks();
CREATE TRIGGER one_person BEFORE INSERT OR UPDATE ON counselling_groupmember FOR EACH ROW
  EXECUTE FUNCTION counselling_group_one_person();
CREATE TRIGGER in_meeting BEFORE INSERT ON counselling_groupmessage FOR EACH ROW
  EXECUTE FUNCTION counselling_group_in_meeting();
"""
NO_BOUNDS = """
DROP TRIGGER in_meeting ON counselling_groupmessage;
DROP TRIGGER one_person ON counselling_groupmember;
DROP TRIGGER shrinks ON counselling_group;
DROP TRIGGER places ON counselling_groupseat;
DROP FUNCTION counselling_group_in_meeting();
DROP FUNCTION counselling_group_one_person();
DROP FUNCTION counselling_group_shrinks();
DROP FUNCTION counselling_group_places();
"""
ERASED = f"""
GRANT DELETE ON counselling_groupmessage TO {APP};
CREATE POLICY counselling_groupmessage_remove ON counselling_groupmessage FOR DELETE TO {APP}
  USING ({JOB} AND (SELECT ask_name()) = 'counselling.erase');
"""
NOT_ERASED = "DROP POLICY counselling_groupmessage_remove ON counselling_groupmessage;"

# Asked with the asker's own rights: a ticket sees its own request alone.
FOR_MY_TICKET = (
    "EXISTS (SELECT 1 FROM intake_request r WHERE r.id = (SELECT ask_ticket()) AND r.agency_id = counselling_group.agency_id"
    " AND (r.against_id IS NULL OR (r.against_id <> counselling_group.owner_id"
    " AND r.against_id IS DISTINCT FROM counselling_group.second_id)))"
)
I_LEAD = f"({STAFF} AND {I_PRACTISE} AND (owner_id = {MYSELF} OR second_id = {MYSELF} OR ({MY_UNIT} AND {SUPERVISOR})))"
GROUP = (
    f"{JOB} OR ({STAFF} AND {MY_UNIT} AND {I_PRACTISE}) OR {I_LEAD}"
    " OR ((SELECT ask_kind()) = 'public' AND listed AND state = 'open')"
    f" OR ({TICKET} AND (counselling_sits_in(id) OR (state = 'open' AND {FOR_MY_TICKET})))"
)
LEADS = "counselling_leads(group_id)"
SEAT = f"{JOB} OR counselling_sees_seat(group_id, left_at)"
MEMBER = f"{JOB} OR ({TICKET} AND request_id = (SELECT ask_ticket())) OR {LEADS}"
LED = "counselling_leads_meeting(meeting_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("counselling", "0011_meet_in_groups"),
        ("intake", "0002_who_sees_what"),
    ]

    operations = [
        migrations.RunSQL(RIGHTS, NO_RIGHTS),
        protect(
            "counselling_group",
            see=GROUP,
            add=f"{I_LEAD} AND {MY_UNIT} AND agency_id = (SELECT ask_agency())",
            change=I_LEAD,
            columns="title, for_whom, rules, places, listed, second_id, state, closed_at",
        ),
        protect(
            "counselling_meeting",
            see=through("counselling_group", "group_id"),
            add=LEADS,
            change=f"{LEADS} OR {JOB}",
            columns="state, opened_at, ended_at, erase_at",
        ),
        # A seat and whose it is are written by the verbs' own job alone: nobody gives themself one past the bounds.
        protect(
            "counselling_groupseat",
            see=SEAT,
            add=JOB,
            change=f"{JOB} OR {LEADS}",
            columns="name, joined_at, left_at, muted_at",
        ),
        protect(
            "counselling_groupmember",
            see=MEMBER,
            add=JOB,
            change=f"{JOB} OR {LEADS}",
            columns="agreed_at, removed_at, removed_by_id, reason",
        ),
        protect(
            "counselling_attendance",
            see=f"{JOB} OR {LED} OR ({TICKET} AND seat_id = counselling_own_group_seat(seat_id))",
            add=JOB,
            keep=True,
        ),
        protect(
            "counselling_groupmessage",
            see=f"{JOB} OR counselling_hears(meeting_id, beside_id, at)",
            add="counselling_says(meeting_id, seat_id, beside_id, line)",
            keep=True,
        ),
        append_only("counselling_groupmessage"),
        migrations.RunSQL(ERASED, NOT_ERASED),
        protect("counselling_groupnote", see=f"{JOB} OR {LED}", add=LED, keep=True),
        protect(
            "counselling_groupoutcome",
            see=f"{JOB} OR {LED} OR ({STAFF} AND {through('intake_request', 'counselling_request_of_seat(seat_id)')})",
            add=LED,
            keep=True,
        ),
        migrations.RunSQL(BOUNDS, NO_BOUNDS),
        keep_versions("counselling_group", "counselling_meeting", "counselling_groupmember"),
    ]
