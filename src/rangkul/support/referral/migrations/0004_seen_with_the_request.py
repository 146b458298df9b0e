"""A referral from a request is seen with the request, as one from a case is seen with the case; what was sent stays with
where it came from."""

from django.db import migrations

from rangkul.base.rls import holds, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
TICKET = "(SELECT ask_kind()) = 'ticket'"
RECEIVER = holds("referral_referral.id")


def case_of(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


def file_of(table: str) -> str:
    return f"({case_of(table)} OR {through('intake_request', f'{table}.request_id')})"


def policies(seen) -> str:
    need, row = seen("referral_need"), seen("referral_referral")
    team, client = f"({STAFF_OR_JOB} AND {row})", f"({TICKET} AND sent_at IS NOT NULL AND {row})"
    changed = f"{team} OR {RECEIVER}"
    need_changed = f"{STAFF_OR_JOB} AND {need}"
    return f"""
ALTER POLICY referral_need_see ON referral_need USING ({need});
ALTER POLICY referral_need_add ON referral_need WITH CHECK ({STAFF} AND {need});
ALTER POLICY referral_need_change ON referral_need USING ({need_changed}) WITH CHECK ({need_changed});
ALTER POLICY referral_referral_see ON referral_referral USING ({team} OR {client} OR {RECEIVER});
ALTER POLICY referral_referral_add ON referral_referral WITH CHECK ({STAFF} AND {row});
ALTER POLICY referral_referral_change ON referral_referral USING ({changed}) WITH CHECK ({changed});
"""


_KEPT = (
    "need_id", "case_id", "key_id", "agency_id", "service_id", "organization_id", "receiver", "contact", "asked",
    "ground", "ground_words", "consent_id", "sent_at",
)  # fmt: skip


def keep_sent(names) -> str:
    old, new = (", ".join(f"{which}.{name}" for name in names) for which in ("OLD", "NEW"))
    return f"""
CREATE OR REPLACE FUNCTION referral_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND ({old}) IS DISTINCT FROM ({new}) THEN
    RAISE EXCEPTION 'a referral that was sent is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.ended_at IS NOT NULL AND (OLD.state, OLD.ended_at, OLD.outcome, OLD.refusal) IS DISTINCT FROM
       (NEW.state, NEW.ended_at, NEW.outcome, NEW.refusal) THEN
    RAISE EXCEPTION 'a referral that ended stays ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("referral", "0003_referred_from_a_request"), ("intake", "0002_who_sees_what")]

    operations = [
        migrations.RunSQL(policies(file_of), policies(case_of)),
        migrations.RunSQL(keep_sent((*_KEPT, "request_id")), keep_sent(_KEPT)),
    ]
