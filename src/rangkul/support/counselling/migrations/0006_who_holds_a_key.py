"""A wrapped key is seen by its owner alone: a worker's pair and what is wrapped for it by the worker, the client's copy
by the client. Public halves are told through one function, to the client of a room and to who practises in its agency;
the client learns no list of names from it.

In a sealed room the database takes sealed words alone, whatever a page, a job or a bug of ours sends; and a room that
was sealed stays so.
"""

from django.db import migrations

from rangkul.base.rls import APP, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
I_PRACTISE = "(SELECT ask_practises())"
MYSELF = "(SELECT ask_staff())"
OWN_PAIR = f"{STAFF} AND staff_id = {MYSELF}"
PAIR = through("counselling_workerkey", "worker_key_id")
ROOMKEY = (
    f"{through('counselling_room', 'counselling_roomkey.room_id')}"
    f" AND ({JOB} OR ({TICKET} AND worker_key_id IS NULL)"
    f" OR ({STAFF} AND worker_key_id IS NOT NULL AND {PAIR}))"
)
GIVES = (
    f"{through('counselling_room', 'counselling_roomkey.room_id')} AND counselling_own_seat(by_id, '')"
    f" AND ({TICKET} OR worker_key_id IS NOT NULL)"
)
IN_ROOM = through("counselling_room", "counselling_transcript.room_id")

HOLDERS = """
CREATE FUNCTION counselling_holders(wanted uuid)
  RETURNS TABLE (id uuid, staff_id uuid, public text, name text, takes boolean, seated boolean, given boolean)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.id, k.staff_id, k.public::text,
         (CASE WHEN ask_kind() = 'staff' THEN s.called_name ELSE coalesce(t.name, '') END)::text,
         s.id = r.owner_id OR (s.unit_id = r.unit_id AND s.roles && ARRAY['peksos', 'junior']::varchar[]),
         t.id IS NOT NULL,
         EXISTS (SELECT 1 FROM counselling_roomkey g WHERE g.room_id = r.id AND g.worker_key_id = k.id)
    FROM counselling_room r
    JOIN counselling_workerkey k ON k.agency_id = r.agency_id AND k.retired_at IS NULL
    JOIN people_staff s ON s.id = k.staff_id AND s.is_active
    LEFT JOIN counselling_seat t ON t.room_id = r.id AND t.staff_id = s.id AND t.left_at IS NULL
         AND (ask_kind() <> 'ticket' OR t.role <> 'supervisor')
   WHERE r.id = wanted AND k.staff_id IS DISTINCT FROM r.against_id
     AND s.roles && ARRAY['peksos', 'junior', 'supervisor']::varchar[]
     AND ((ask_kind() = 'ticket' AND r.request_id = ask_ticket())
          OR (ask_kind() = 'staff' AND r.agency_id = ask_agency() AND ask_practises()))
   ORDER BY s.id = r.owner_id DESC, s.on_duty DESC, s.called_name, k.id
   LIMIT 200;
$$;
"""
ONLY_SEALED = """
CREATE FUNCTION counselling_only_sealed() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT end_to_end FROM counselling_room WHERE id = NEW.room_id) IS DISTINCT FROM (NEW.cipher > 0) THEN
    RAISE EXCEPTION 'a sealed room keeps sealed words, and no other room does'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_only_sealed';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION counselling_stays_sealed() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.end_to_end OR EXISTS (
    SELECT 1 FROM counselling_message WHERE room_id = NEW.id AND lane = 'room' AND line = ''
  ) THEN
    RAISE EXCEPTION 'a room is sealed before the first word, and for ever'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'counselling_stays_sealed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_sealed BEFORE INSERT ON counselling_message FOR EACH ROW
  WHEN (NEW.lane = 'room' AND NEW.line = '') EXECUTE FUNCTION counselling_only_sealed();
CREATE TRIGGER only_sealed BEFORE INSERT OR UPDATE ON counselling_draft FOR EACH ROW
  WHEN (NEW.lane = 'room') EXECUTE FUNCTION counselling_only_sealed();
CREATE TRIGGER stays_sealed BEFORE UPDATE ON counselling_room FOR EACH ROW
  WHEN (OLD.end_to_end IS DISTINCT FROM NEW.end_to_end) EXECUTE FUNCTION counselling_stays_sealed();
"""
NOT_ONLY_SEALED = """
DROP TRIGGER stays_sealed ON counselling_room;
DROP TRIGGER only_sealed ON counselling_draft;
DROP TRIGGER only_sealed ON counselling_message;
DROP FUNCTION counselling_stays_sealed();
DROP FUNCTION counselling_only_sealed();
"""
GO = f"""
GRANT DELETE ON counselling_roomkey TO {APP};
CREATE POLICY counselling_roomkey_remove ON counselling_roomkey FOR DELETE TO {APP}
  USING ({JOB} AND (SELECT ask_name()) = 'counselling.erase');
GRANT DELETE ON counselling_transcript TO {APP};
CREATE POLICY counselling_transcript_remove ON counselling_transcript FOR DELETE TO {APP} USING ({TICKET} AND {IN_ROOM});
"""
STAY = """
DROP POLICY counselling_roomkey_remove ON counselling_roomkey;
DROP POLICY counselling_transcript_remove ON counselling_transcript;
"""


class Migration(migrations.Migration):
    dependencies = [("counselling", "0005_letters_only_two_sides_read")]

    operations = [
        protect(
            "counselling_workerkey",
            see=f"{JOB} OR ({OWN_PAIR})",
            add=f"{OWN_PAIR} AND {MY_AGENCY} AND {I_PRACTISE}",
            change=OWN_PAIR,
            columns="wrapped, changed_at, retired_at",
        ),
        protect(
            "counselling_roomkey",
            see=ROOMKEY,
            add=GIVES,
            change=f"{TICKET} AND ({ROOMKEY})",
            columns="wrapped, changed_at",
        ),
        protect(
            "counselling_transcript",
            see=f"({STAFF} OR {JOB} OR {TICKET}) AND {IN_ROOM}",
            add=f"{STAFF} AND {IN_ROOM}",
            keep=True,
        ),
        migrations.RunSQL(HOLDERS, "DROP FUNCTION counselling_holders(uuid)"),
        migrations.RunSQL(ONLY_SEALED, NOT_ONLY_SEALED),
        migrations.RunSQL(GO, STAY),
    ]
