"""A referral is seen with its case, by its client once it was sent, and by the receiver as long as their grant holds.

What was sent is frozen; a step is only ever added; a need is met only where a receiver's outcome says so.
"""

from django.db import migrations

from rangkul.base.rls import append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
TICKET = "(SELECT ask_kind()) = 'ticket'"
JOB = "(SELECT ask_kind()) = 'job'"


def case_of(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


WITH_CASE = f"({STAFF_OR_JOB} AND {case_of('referral_referral')})"
RECEIVER = holds("referral_referral.id")
# The client follows what was sent; what is only thought of is the team's.
CLIENT = f"({TICKET} AND sent_at IS NOT NULL AND {case_of('referral_referral')})"


def part_of(table: str) -> str:
    return through("referral_referral", f"{table}.referral_id")


# A file that the receiver hands in is for who asked for it.
FILE = f"({STAFF_OR_JOB} OR {holds('referral_file.referral_id')}) AND {part_of('referral_file')}"
# Counted without a name: whoever practises, and who leads the agency.
UNMET = (
    f"{JOB} OR ({STAFF} AND agency_id = (SELECT ask_agency())"
    " AND ((SELECT ask_practises()) OR (SELECT ask_role('pimpinan'))))"
)

KEEP_SENT = """
CREATE FUNCTION referral_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND (
       (OLD.need_id, OLD.case_id, OLD.key_id, OLD.agency_id, OLD.service_id, OLD.organization_id, OLD.receiver,
        OLD.contact, OLD.asked, OLD.ground, OLD.ground_words, OLD.consent_id, OLD.sent_at)
       IS DISTINCT FROM
       (NEW.need_id, NEW.case_id, NEW.key_id, NEW.agency_id, NEW.service_id, NEW.organization_id, NEW.receiver,
        NEW.contact, NEW.asked, NEW.ground, NEW.ground_words, NEW.consent_id, NEW.sent_at)) THEN
    RAISE EXCEPTION 'a referral that was sent is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.ended_at IS NOT NULL AND (OLD.state, OLD.ended_at, OLD.outcome, OLD.refusal) IS DISTINCT FROM
       (NEW.state, NEW.ended_at, NEW.outcome, NEW.refusal) THEN
    RAISE EXCEPTION 'a referral that ended stays ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_sent BEFORE UPDATE ON referral_referral FOR EACH ROW EXECUTE FUNCTION referral_keep_sent();
CREATE FUNCTION referral_keep_items() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM referral_referral
              WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.referral_id ELSE OLD.referral_id END
                AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what was sent is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_items BEFORE INSERT OR UPDATE OR DELETE ON referral_item FOR EACH ROW
  EXECUTE FUNCTION referral_keep_items();
"""
FORGET_SENT = "DROP FUNCTION referral_keep_sent() CASCADE; DROP FUNCTION referral_keep_items() CASCADE;"
MET = """
CREATE FUNCTION referral_met_by_outcome() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM referral_referral
                  WHERE need_id = NEW.id AND state = 'completed' AND outcome IN ('helped', 'partly')) THEN
    RAISE EXCEPTION 'referral_need_met_by_outcome: referred is not yet helped' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER met_by_outcome BEFORE INSERT OR UPDATE OF state ON referral_need FOR EACH ROW
  WHEN (NEW.state = 'met') EXECUTE FUNCTION referral_met_by_outcome();
"""
# The door: which referral has this code. What is behind it opens only with the code that went another way.
# One that was withdrawn still opens, onto a page that says that and nothing else.
DOOR = """
CREATE FUNCTION referral_by_code(wanted text) RETURNS TABLE (id uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.door FROM referral_referral r
   WHERE r.code = wanted AND ask_kind() IS NOT NULL
     AND ((r.state IN ('sent', 'seen', 'accepted', 'in_progress') AND r.valid_to > now())
          OR (r.stop_due_at IS NOT NULL AND r.stop_due_at > now() - interval '30 days'));
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("referral", "0001_referrals"),
        ("cases", "0002_who_sees_what"),
        ("trust", "0015_a_referral_is_a_file"),
    ]

    operations = [
        protect(
            "referral_need",
            see=case_of("referral_need"),
            add=f"{STAFF} AND {case_of('referral_need')}",
            change=f"{STAFF_OR_JOB} AND {case_of('referral_need')}",
        ),
        protect(
            "referral_referral",
            see=f"{WITH_CASE} OR {CLIENT} OR {RECEIVER}",
            add=f"{STAFF} AND {case_of('referral_referral')}",
            change=f"{WITH_CASE} OR {RECEIVER}",
        ),
        protect(
            "referral_item",
            see=part_of("referral_item"),
            add=f"{STAFF} AND {part_of('referral_item')}",
            change="false",
            delete=True,
        ),
        protect("referral_step", see=part_of("referral_step"), keep=True),
        protect("referral_file", see=FILE, keep=True),
        protect(
            "referral_unmetneed",
            see=UNMET,
            add=f"{STAFF} AND agency_id = (SELECT ask_agency()) AND (SELECT ask_practises())",
            columns="met_at",
        ),
        append_only("referral_step"),
        append_only("referral_file"),
        keep_versions("referral_need", "referral_referral"),
        migrations.RunSQL(KEEP_SENT, FORGET_SENT),
        migrations.RunSQL(MET, "DROP FUNCTION referral_met_by_outcome() CASCADE"),
        migrations.RunSQL(DOOR, "DROP FUNCTION referral_by_code(text)"),
    ]
