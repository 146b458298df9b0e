"""Forms hold no person: the house's are common knowledge, an agency's are its own and written by its admin. Answers are
seen through their case, by staff alone until somebody shares them with the client. A published version, an answer and
its score are frozen here, whatever a page or a script tries.
"""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
TICKET_OR_JOB = "(SELECT ask_kind()) IN ('ticket', 'job')"
ADMIN = "(SELECT ask_role('admin'))"
MY_AGENCY = "agency_id = (SELECT ask_agency())"

FORM = f"(SELECT ask_kind()) IS NOT NULL AND (agency_id IS NULL OR {MY_AGENCY} OR {TICKET_OR_JOB})"
MINE_TO_WRITE = (
    "EXISTS (SELECT 1 FROM instruments_instrument i"
    " WHERE i.id = instruments_instrumentversion.instrument_id AND i.agency_id = (SELECT ask_agency()))"
)


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


OWN_DRAFT = f"{STAFF} AND staff_id = (SELECT ask_staff()) AND {mine('instruments_answerdraft')}"
FILLED = f"{mine('instruments_administration')} AND ({STAFF_OR_JOB} OR shared_at IS NOT NULL)"
WITH_RESULT = through("instruments_administration", "instruments_judgement.administration_id")
ADMIN_REMOVES = (
    "CREATE POLICY instruments_version_by_admin ON instruments_instrumentversion AS RESTRICTIVE FOR DELETE TO rangkul_app"
    f" USING ({ADMIN} AND {MINE_TO_WRITE})"
)
# Publishing is the one change; a version that was never published may be taken back.
KEEP_PUBLISHED = """
CREATE FUNCTION instruments_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL
     OR TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'published_at' IS DISTINCT FROM to_jsonb(OLD) - 'published_at' THEN
    RAISE EXCEPTION 'a version of an instrument never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON instruments_instrumentversion FOR EACH ROW
  EXECUTE FUNCTION instruments_keep_version();
"""
# Sharing, a mark and a promise may be added to an answer; the answer stays, and so does a mark.
KEEP_ANSWER = """
CREATE FUNCTION instruments_keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['retest_id', 'shared_at', 'shared_by_id', 'wrong_at', 'wrong_by_id', 'wrong_because'];
BEGIN
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR OLD.wrong_at IS NOT NULL AND NEW.wrong_at IS NULL THEN
    RAISE EXCEPTION 'an answer never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_answer BEFORE UPDATE ON instruments_administration FOR EACH ROW
  EXECUTE FUNCTION instruments_keep_answer();
"""


class Migration(migrations.Migration):
    dependencies = [("instruments", "0001_instruments_and_answers"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "instruments_instrument",
            see=FORM,
            add=f"{ADMIN} AND {MY_AGENCY}",
            change=f"{ADMIN} AND {MY_AGENCY}",
            columns="name_id, name_en, purpose_id, purpose_en, active",
        ),
        protect(
            "instruments_instrumentversion",
            see=through("instruments_instrument", "instruments_instrumentversion.instrument_id"),
            add=f"{ADMIN} AND {MINE_TO_WRITE}",
            change=f"{ADMIN} AND {MINE_TO_WRITE}",
            columns="published_at",
            delete=True,
        ),
        migrations.RunSQL(ADMIN_REMOVES, "DROP POLICY instruments_version_by_admin ON instruments_instrumentversion"),
        migrations.RunSQL(KEEP_PUBLISHED, "DROP FUNCTION instruments_keep_version() CASCADE"),
        protect("instruments_packchoice", see=MY_AGENCY, add=f"{ADMIN} AND {MY_AGENCY}", keep=True),
        protect(
            "instruments_administration",
            see=FILLED,
            add=f"{STAFF} AND {mine('instruments_administration')}",
            change=f"{STAFF} AND {mine('instruments_administration')}",
            columns="retest_id, shared_at, shared_by_id, wrong_at, wrong_by_id, wrong_because",
        ),
        migrations.RunSQL(KEEP_ANSWER, "DROP FUNCTION instruments_keep_answer() CASCADE"),
        protect(
            "instruments_judgement",
            see=f"{mine('instruments_judgement')} AND ({STAFF_OR_JOB} OR {WITH_RESULT})",
            add=f"{STAFF} AND {mine('instruments_judgement')}",
            keep=True,
        ),
        protect("instruments_answerdraft", see=OWN_DRAFT, delete=True),
        keep_versions("instruments_instrument", "instruments_administration"),
    ]
