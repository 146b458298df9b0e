"""Who sees what of people, grants, consents and the event log. Standing rights compare a column of the row itself;
everything else is a grant. Later packages add their own rights to earlier tables with `also_see`."""

from django.db import migrations

from rangkul.base.rls import also_see, append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
WITHOUT_ACCOUNT = "(SELECT ask_kind()) IN ('public', 'ticket')"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
MYSELF = "(SELECT ask_staff())"
I_PRACTISE = "(SELECT ask_practises())"
SUPERVISOR = "(SELECT ask_role('supervisor'))"
OVERSIGHT = "(SELECT ask_role('auditor', 'pdp'))"

# The register of an agency is open to who practises in it, so that a person who moved is recognised; a restricted
# person only to their own unit's supervisor and to who holds a grant.
PERSON = (
    f"({MY_AGENCY} AND {I_PRACTISE} AND NOT restricted) OR ({MY_UNIT} AND {SUPERVISOR}) OR {holds('people_person.id')}"
)
# A key row is read only together with its person, whose own policy then decides; a cut of a word points at nobody,
# but a rare name of another agency would be a hint.
PERSON_KEY = f"{MY_AGENCY} AND {I_PRACTISE}"
# The place where somebody hides is for those who stand around them.
ADDRESS = (
    f"{through('people_person', 'people_address.person_id')} AND (NOT hidden OR {holds('people_address.person_id')}"
    " OR EXISTS (SELECT 1 FROM people_person p WHERE p.id = people_address.person_id"
    f" AND (p.registered_by_id = {MYSELF} OR (p.unit_id = (SELECT ask_unit()) AND {SUPERVISOR}))))"
)

# Ids, bases and dates only: colleagues see who stands around a file of their agency, so that they can end a right.
GRANT = (
    "grantee_id IN ((SELECT ask_staff()), (SELECT ask_unit()), (SELECT ask_ticket()))"
    f" OR subject_id = (SELECT ask_ticket()) OR granted_by_id = {MYSELF}"
    f" OR ({STAFF} AND {MY_AGENCY} AND ({I_PRACTISE} OR {OVERSIGHT})) OR {JOB}"
)
# Nobody opens a file of another agency, for themselves or for others; breaking the glass opens it for oneself alone.
GRANT_ADD = (
    f"{JOB} OR ({STAFF} AND {MY_AGENCY} AND file_in_my_agency(subject_kind, subject_id) AND ("
    f"({I_PRACTISE} AND basis <> 'break_glass')"
    f" OR (basis = 'break_glass' AND grantee_id = {MYSELF} AND ({I_PRACTISE} OR (SELECT ask_role('pdp'))))))"
    f" OR ({WITHOUT_ACCOUNT} AND basis = 'client' AND grantee_kind = 'ticket')"
)
CONSENT = (
    f"({STAFF} AND {MY_AGENCY} AND ({I_PRACTISE} OR {OVERSIGHT})) OR {JOB}"
    f" OR subject_id = (SELECT ask_ticket()) OR {holds('trust_consent.subject_id')}"
)
CONSENT_ADD = f"{JOB} OR {WITHOUT_ACCOUNT} OR ({STAFF} AND {MY_AGENCY} AND {I_PRACTISE})"
BREAK_GLASS = f"{STAFF} AND {MY_AGENCY} AND (staff_id = {MYSELF} OR reviewer_id = {MYSELF} OR {OVERSIGHT})"

# A request is the shared work of its unit; a case is known to its team and its supervisor alone.
EVENT = (
    f"{JOB} OR by_id = (SELECT ask_staff()) OR subject_id = (SELECT ask_ticket())"
    f" OR ({MY_AGENCY} AND {OVERSIGHT}) OR ({MY_UNIT} AND {SUPERVISOR})"
    f" OR ({MY_UNIT} AND {I_PRACTISE} AND subject_kind = 'request') OR {holds('base_event.subject_id')}"
)

# A worker reads what a file looked like before by the same right by which they see it now.
HISTORY = (
    f'{STAFF} AND {I_PRACTISE} AND CASE "table" '
    + " ".join(
        f"WHEN '{table}' THEN {through(table, 'row_id')}"
        for table in (
            "people_person",
            "people_personname",
            "people_phone",
            "people_safecontact",
            "people_address",
            "people_kinship",
        )
    )
    + " ELSE false END"
)

# Asked with the owner's eyes, because a right is given on what the asker cannot see yet; it answers yes or no about
# the asker's own agency and nothing else. The tables are those whose rows are files of a client.
FILE_IN_MY_AGENCY = """
CREATE FUNCTION file_in_my_agency(kind text, file uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  place regclass := to_regclass(CASE kind WHEN 'person' THEN 'people_person' WHEN 'household' THEN 'people_household'
    WHEN 'request' THEN 'intake_request' WHEN 'case' THEN 'cases_case' END);
  mine boolean := false;
BEGIN
  IF place IS NOT NULL THEN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s WHERE id = $1 AND agency_id = ask_agency())', place)
      INTO mine USING file;
  END IF;
  RETURN mine;
END $$;
"""
# A right can be shortened, never stretched: a longer one is a new row with its own reason.
ONLY_SHORTER = """
CREATE FUNCTION trust_only_shorter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.valid_to IS NOT NULL AND (NEW.valid_to IS NULL OR NEW.valid_to > OLD.valid_to) THEN
    RAISE EXCEPTION 'a grant is never stretched' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_shorter BEFORE UPDATE ON trust_accessgrant FOR EACH ROW EXECUTE FUNCTION trust_only_shorter();
"""
# Withdrawing a consent takes the rights that rest on it in the same transaction, whoever withdraws it.
CONSENT_ENDS = """
CREATE FUNCTION trust_consent_ends() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE trust_accessgrant SET valid_to = greatest(now(), valid_from)
   WHERE (consent_id = NEW.id OR (NEW.purpose = 'share' AND subject_id = NEW.subject_id AND basis = 'consent'))
     AND (valid_to IS NULL OR valid_to > now());
  RETURN NULL;
END $$;
CREATE TRIGGER consent_ends AFTER UPDATE OF withdrawn_at ON trust_consent FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION trust_consent_ends();
"""
# The client reads who opened their file: first name and agency of a worker, and nothing else of the staff register,
# which is why the owner's eyes read it. The conditions are those of the event log itself.
READINGS = """
CREATE FUNCTION trust_readings(subjects uuid[], most integer)
  RETURNS TABLE (at timestamptz, name varchar, who varchar, agency varchar, why text)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    SELECT e.at, e.name, s.called_name, a.name, coalesce(e.payload ->> 'why', '')
      FROM base_event e JOIN people_staff s ON s.id = e.by_id JOIN people_agency a ON a.id = s.agency_id
     WHERE e.subject_id = ANY (subjects) AND e.name IN ('file.opened', 'nik.revealed', 'glass.broken')
       AND (e.subject_id = ask_ticket()
            OR holds(e.subject_id)
            OR (ask_kind() = 'staff' AND e.agency_id = ask_agency()
                AND (ask_role('auditor', 'pdp') OR (ask_role('supervisor') AND e.unit_id = ask_unit()))))
     ORDER BY e.id DESC LIMIT most
  $$;
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_trust"), ("people", "0001_people"), ("base", "0001_ground")]

    operations = [
        migrations.RunSQL(FILE_IN_MY_AGENCY, "DROP FUNCTION file_in_my_agency(text, uuid)"),
        # Anybody who asks may know which agencies and units there are; the public picks none of them by itself.
        protect("people_agency", see="(SELECT ask_kind()) IS NOT NULL", add="(SELECT ask_role('admin'))"),
        protect(
            "people_unit", see="(SELECT ask_kind()) IS NOT NULL", add=f"(SELECT ask_role('admin')) AND {MY_AGENCY}"
        ),
        protect(
            "people_staff",
            see=f"(SELECT ask_kind()) = 'login' OR {JOB} OR ({STAFF} AND {MY_AGENCY})",
            add=f"(SELECT ask_kind()) = 'login' OR {JOB}"
            f" OR ({MY_AGENCY} AND ((SELECT ask_role('admin')) OR id = (SELECT ask_staff())))",
        ),
        protect("people_person", see=PERSON, add=f"{MY_AGENCY} AND {I_PRACTISE}"),
        protect("people_personkey", see=PERSON_KEY, delete=True),
        protect("people_namecut", see=PERSON_KEY),
        *[
            protect(table, see=through("people_person", f"{table}.person_id"))
            for table in ("people_personname", "people_phone", "people_safecontact")
        ],
        protect("people_address", see=ADDRESS, add=through("people_person", "people_address.person_id")),
        protect("people_household", see=f"{MY_AGENCY} AND {I_PRACTISE}"),
        protect("people_householdmember", see=through("people_person", "people_householdmember.person_id")),
        protect(
            "people_kinship",
            see=f"{through('people_person', 'person_id')} AND {through('people_person', 'relative_id')}",
        ),
        protect("people_merge", see=through("people_person", "kept_id")),
        protect("trust_accessgrant", see=GRANT, add=GRANT_ADD, change=GRANT, columns="valid_to"),
        migrations.RunSQL(
            ONLY_SHORTER, "DROP TRIGGER only_shorter ON trust_accessgrant; DROP FUNCTION trust_only_shorter()"
        ),
        protect(
            "trust_breakglass",
            see=BREAK_GLASS,
            add=f"{STAFF} AND {MY_AGENCY} AND staff_id = {MYSELF}",
            change=f"{STAFF} AND {MY_AGENCY} AND (reviewer_id = {MYSELF} OR (SELECT ask_role('pdp')))",
            columns="reviewed_at, justified, review_note",
        ),
        protect(
            "trust_consent",
            see=CONSENT,
            add=CONSENT_ADD,
            change=CONSENT,
            columns="agency_id, withdrawn_at, stopped_at, stopped_by_id",
        ),
        migrations.RunSQL(
            CONSENT_ENDS, "DROP TRIGGER consent_ends ON trust_consent; DROP FUNCTION trust_consent_ends()"
        ),
        protect("trust_seal", see=f"{JOB} OR {OVERSIGHT}", add=JOB, keep=True),
        append_only("trust_seal"),
        also_see("base_event", "see", EVENT),
        migrations.RunSQL(READINGS, "DROP FUNCTION trust_readings(uuid[], integer)"),
        also_see("base_version", "see", f"{STAFF} AND {OVERSIGHT}"),
        also_see("base_version", "history", HISTORY),
        keep_versions(
            "people_staff",
            "people_person",
            "people_personname",
            "people_phone",
            "people_safecontact",
            "people_address",
            "people_household",
            "people_householdmember",
            "people_kinship",
            "trust_accessgrant",
            "trust_consent",
            "trust_breakglass",
        ),
    ]
