"""A practicum is seen by student and instructor. A student reads a case only as what was given to them, and from the
statement on in which the client takes the consent back, not even that: its words are emptied in the same transaction.
"""

from django.db import migrations

from rangkul.base.rls import protect, through

ME = "(SELECT ask_staff())"
STAFF = "(SELECT ask_kind()) = 'staff'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
TWO = f"({STAFF} AND {ME} IN (student_id, instructor_id))"

# Asked with the asker's own rights; running ones only, so that what is over stays as it was.
PLACED = """
CREATE FUNCTION workforce_student_of(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.workforce_practicum
  WHERE id = wanted AND student_id = public.ask_staff() AND state = 'running'); END $$;
CREATE FUNCTION workforce_instructor_of(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.workforce_practicum
  WHERE id = wanted AND instructor_id = public.ask_staff() AND state = 'running'); END $$;
"""
# A signature is the instructor's, and a signed day stays.
ENTRY = """
CREATE FUNCTION workforce_entry_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'signed' THEN
    RAISE EXCEPTION 'a signed day is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> 'written' AND NOT workforce_instructor_of(NEW.practicum_id) THEN
    RAISE EXCEPTION 'only the instructor signs' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed BEFORE UPDATE ON workforce_logentry FOR EACH ROW EXECUTE FUNCTION workforce_entry_signed();
"""
WITH_CONSENT = (
    "EXISTS (SELECT 1 FROM trust_consent c JOIN cases_case k ON c.subject_id IN (k.id, k.request_id)"
    " WHERE c.id = consent_id AND k.id = case_id AND c.given AND c.withdrawn_at IS NULL AND c.purpose = 'learning')"
)
WITHDRAWS = """
CREATE FUNCTION workforce_consent_ends() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE workforce_studycase SET state = 'withdrawn', facts = NULL, picture = NULL, questions = NULL,
         withdrawn_at = greatest(now(), made_at)
   WHERE consent_id = NEW.id AND state <> 'withdrawn';
  RETURN NULL;
END $$;
CREATE TRIGGER study_ends AFTER UPDATE OF withdrawn_at ON trust_consent FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION workforce_consent_ends();
"""


def of_both(table: str, *, add: str, change: str, columns: str) -> migrations.RunSQL:
    return protect(
        table,
        see=through("workforce_practicum", f"{table}.practicum_id"),
        add=add.format(t=table),
        change=change.format(t=table),
        columns=columns,
    )


STUDENT, INSTRUCTOR = "workforce_student_of({t}.practicum_id)", "workforce_instructor_of({t}.practicum_id)"


class Migration(migrations.Migration):
    dependencies = [("workforce", "0003_practicum")]

    operations = [
        migrations.RunSQL(
            PLACED, "DROP FUNCTION workforce_student_of(uuid); DROP FUNCTION workforce_instructor_of(uuid);"
        ),
        protect(
            "workforce_practicum",
            see=TWO,
            add=f"{STAFF} AND {MY_AGENCY} AND instructor_id = {ME} AND (SELECT ask_practises())",
            change=f"{STAFF} AND instructor_id = {ME}",
            columns="state, ended_at, ends",
        ),
        of_both(
            "workforce_objective",
            add=f"{STUDENT} OR {INSTRUCTOR}",
            change=INSTRUCTOR,
            columns="reached, said, seen_at",
        ),
        of_both(
            "workforce_logentry",
            add=f"{STUDENT} AND state = 'written'",
            change=f"{STUDENT} OR {INSTRUCTOR}",
            columns="objective_id, day, text, learned, state, comment, decided_at",
        ),
        migrations.RunSQL(ENTRY, "DROP FUNCTION workforce_entry_signed() CASCADE"),
        protect(
            "workforce_studycase",
            see=f"{STAFF} AND (made_by_id = {ME} OR (state = 'given' AND"
            " workforce_student_of(workforce_studycase.practicum_id)))",
            add=f"{STAFF} AND made_by_id = {ME} AND state = 'draft'"
            f" AND workforce_instructor_of(workforce_studycase.practicum_id) AND {WITH_CONSENT}",
            change=f"{STAFF} AND made_by_id = {ME}",
            columns="state, facts, picture, questions, given_at, withdrawn_at",
        ),
        migrations.RunSQL(WITHDRAWS, "DROP FUNCTION workforce_consent_ends() CASCADE"),
    ]
