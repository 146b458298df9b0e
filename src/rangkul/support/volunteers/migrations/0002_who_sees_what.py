"""Volunteers and needs are known to who practises in their agency and to its head; whose need it is, and what was said of
it, to the readers of that file. Nobody who is not vetted goes alone to a child or an older person: whatever is written,
by whatever way, the database refuses it."""

from django.db import migrations

from rangkul.base.rls import protect, through

ME = "(SELECT ask_staff())"
STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
JOB = "(SELECT ask_kind()) = 'job'"
HERE = "agency_id = (SELECT ask_agency())"
KNOWS = f"({STAFF} AND {HERE} AND ((SELECT ask_practises()) OR (SELECT ask_role('pimpinan'))))"
PRACTISES = f"({STAFF} AND {HERE} AND (SELECT ask_practises()))"
# The client, by the ticket of their file: what is needed for them and what was said of it, never who the volunteer is.
TICKET = "(SELECT ask_kind()) = 'ticket'"
THEIRS = f"({TICKET} AND EXISTS (SELECT 1 FROM volunteers_needfile f WHERE f.need_id = volunteers_need.id))"
ABOVE = "(SELECT ask_role('supervisor', 'pimpinan'))"


def of_volunteer(table: str) -> str:
    return through("volunteers_volunteer", f"{table}.volunteer_id")


FILE = (
    f"({through('cases_case', 'volunteers_needfile.case_id')}"
    f" OR {through('intake_request', 'volunteers_needfile.request_id')})"
)
OF_NEED = through("volunteers_need", "volunteers_match.need_id")
# With the match everybody sees that somebody came; the words only whoever reads the file.
OF_FILE = (
    "EXISTS (SELECT 1 FROM volunteers_match m JOIN volunteers_needfile f ON f.need_id = m.need_id"
    " WHERE m.id = volunteers_matchnote.match_id)"
)
COMPLAINT = f"{of_volunteer('volunteers_complaint')} AND (by_id = {ME} OR {ABOVE})"

NEVER_ALONE = """
CREATE FUNCTION volunteers_is_vetted(who uuid, day date) RETURNS boolean STABLE LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM volunteers_volunteer
                  WHERE id = who AND state = 'vetted' AND vetted_until >= day)
     AND NOT EXISTS (SELECT 1 FROM unnest(ARRAY['identity', 'talk', 'references', 'police', 'safeguarding']) wanted
                      WHERE NOT EXISTS (SELECT 1 FROM volunteers_vetting v
                                         WHERE v.volunteer_id = who AND v.kind = wanted
                                           AND (v.valid_until IS NULL OR v.valid_until >= day)));
$$;
CREATE FUNCTION volunteers_may_go(one volunteers_match) RETURNS boolean STABLE LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (n.child_there = 'no' AND n.older_there = 'no')
      OR volunteers_is_vetted(one.volunteer_id, n.until_day)
      OR EXISTS (SELECT 1 FROM volunteers_volunteer c
                  WHERE c.id = one.companion_id AND c.id <> one.volunteer_id AND c.agency_id = n.agency_id
                    AND volunteers_is_vetted(c.id, n.until_day))
      OR EXISTS (SELECT 1 FROM people_staff s
                  WHERE s.id = one.companion_staff_id AND s.agency_id = n.agency_id AND s.is_active)
    FROM volunteers_need n WHERE n.id = one.need_id;
$$;
CREATE FUNCTION volunteers_check_match() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  standing text;
BEGIN
  PERFORM 1 FROM volunteers_volunteer WHERE id IN (NEW.volunteer_id, NEW.companion_id) FOR SHARE;
  PERFORM 1 FROM volunteers_need WHERE id = NEW.need_id FOR SHARE;
  SELECT v.state INTO standing FROM volunteers_volunteer v JOIN volunteers_need n ON n.agency_id = v.agency_id
   WHERE v.id = NEW.volunteer_id AND n.id = NEW.need_id;
  IF standing IS NULL OR standing NOT IN ('new', 'vetted') THEN
    RAISE EXCEPTION 'volunteers_nobody_stopped: this volunteer is not at work' USING ERRCODE = 'check_violation';
  END IF;
  IF volunteers_may_go(NEW) IS NOT TRUE THEN
    RAISE EXCEPTION 'volunteers_never_alone: not vetted, and a child or an older person may be there'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER volunteers_never_alone BEFORE INSERT OR UPDATE ON volunteers_match FOR EACH ROW
  WHEN (NEW.state IN ('chosen', 'told')) EXECUTE FUNCTION volunteers_check_match();
CREATE FUNCTION volunteers_check_running() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM volunteers_match m
              WHERE m.state IN ('chosen', 'told') AND NEW.id IN (m.need_id, m.volunteer_id, m.companion_id)
                AND volunteers_may_go(m) IS NOT TRUE)
     OR (TG_TABLE_NAME = 'volunteers_volunteer' AND to_jsonb(NEW) ->> 'state' NOT IN ('new', 'vetted')
         AND EXISTS (SELECT 1 FROM volunteers_match m
                      WHERE m.state IN ('chosen', 'told') AND NEW.id IN (m.volunteer_id, m.companion_id))) THEN
    RAISE EXCEPTION 'volunteers_never_alone: somebody is on the way who may not go like this'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER volunteers_never_alone AFTER UPDATE OF state, vetted_until ON volunteers_volunteer FOR EACH ROW
  EXECUTE FUNCTION volunteers_check_running();
CREATE TRIGGER volunteers_never_alone AFTER UPDATE OF child_there, older_there, until_day ON volunteers_need
  FOR EACH ROW EXECUTE FUNCTION volunteers_check_running();
CREATE FUNCTION volunteers_check_vetted() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state = 'vetted' AND NOT volunteers_is_vetted(NEW.id, NEW.vetted_until) THEN
    RAISE EXCEPTION 'volunteers_vetted_by_what_was_seen: something is lacking' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER volunteers_vetted_by_what_was_seen AFTER INSERT OR UPDATE OF state, vetted_until ON volunteers_volunteer
  FOR EACH ROW EXECUTE FUNCTION volunteers_check_vetted();
CREATE FUNCTION volunteers_who_vets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (ask_role('supervisor') AND NEW.vetted_by_id = ask_staff()) THEN
    RAISE EXCEPTION 'only a supervisor says that somebody is vetted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER volunteers_who_vets BEFORE UPDATE ON volunteers_volunteer FOR EACH ROW
  WHEN (NEW.state = 'vetted' AND (OLD.state, OLD.vetted_until) IS DISTINCT FROM (NEW.state, NEW.vetted_until))
  EXECUTE FUNCTION volunteers_who_vets();
"""
FORGET = "".join(
    f"DROP FUNCTION {name} CASCADE;"
    for name in (
        "volunteers_who_vets()",
        "volunteers_check_vetted()",
        "volunteers_check_running()",
        "volunteers_check_match()",
        "volunteers_may_go(volunteers_match)",
        "volunteers_is_vetted(uuid, date)",
    )
)


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0001_volunteers"),
        ("cases", "0002_who_sees_what"),
        ("intake", "0002_who_sees_what"),
    ]

    operations = [
        protect(
            "volunteers_volunteer",
            see=f"{JOB} OR {KNOWS}",
            add=f"{PRACTISES} AND state = 'new'",
            change=f"{JOB} OR {KNOWS}",
        ),
        protect(
            "volunteers_vetting",
            see=f"{STAFF} AND {of_volunteer('volunteers_vetting')}",
            add=f"{STAFF} AND by_id = {ME} AND {of_volunteer('volunteers_vetting')}",
            columns="what",
        ),
        protect(
            "volunteers_step",
            see=f"{STAFF} AND {of_volunteer('volunteers_step')}",
            add=f"{STAFF} AND by_id = {ME} AND {of_volunteer('volunteers_step')}",
            keep=True,
        ),
        protect("volunteers_need", see=f"{JOB} OR {KNOWS} OR {THEIRS}", add=PRACTISES, change=f"{JOB} OR {PRACTISES}"),
        protect(
            "volunteers_needfile",
            see=FILE,
            add=f"{STAFF} AND {FILE}",
            change=f"{STAFF} AND {FILE}",
            columns="case_id, request_id",
        ),
        protect(
            "volunteers_match",
            see=OF_NEED,
            add=f"{STAFF} AND by_id = {ME} AND {OF_NEED}",
            change=f"{STAFF_OR_JOB} AND {OF_NEED}",
            columns="state, told_at, ended_at, thanked_at",
        ),
        protect(
            "volunteers_matchnote",
            see=OF_FILE,
            add=f"{STAFF} AND by_id = {ME} AND {OF_FILE}",
            keep=True,
        ),
        protect(
            "volunteers_complaint",
            see=f"{JOB} OR ({STAFF} AND {COMPLAINT})",
            add=f"{STAFF} AND by_id = {ME} AND {of_volunteer('volunteers_complaint')}",
            change=f"{STAFF} AND {ABOVE} AND {of_volunteer('volunteers_complaint')}",
            columns="decision, decided_by_id, decided_at",
        ),
        migrations.RunSQL(NEVER_ALONE, FORGET),
    ]
