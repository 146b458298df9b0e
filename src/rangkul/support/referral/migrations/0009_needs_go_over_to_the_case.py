"""A request that becomes a case takes along what was sought for it; a need that is sought no more says why."""

from django.db import migrations, models

# Word for word as it was sent; only its place may change, from a request to the case that grew out of it.
_KEPT = (
    "need_id", "key_id", "agency_id", "service_id", "organization_id", "receiver", "contact", "asked", "ground",
    "ground_words", "consent_id", "sent_at",
)  # fmt: skip
_ENDED = ("state", "ended_at", "outcome", "refusal", "onward_to")
GOES_OVER = """
  IF OLD.sent_at IS NOT NULL AND (OLD.case_id, OLD.request_id) IS DISTINCT FROM (NEW.case_id, NEW.request_id)
     AND NOT (OLD.case_id IS NULL AND NEW.request_id IS NULL AND EXISTS (
       SELECT 1 FROM cases_case c WHERE c.id = NEW.case_id AND c.request_id = OLD.request_id)) THEN
    RAISE EXCEPTION 'a referral that was sent is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;"""


def keep_sent(kept, goes_over="") -> str:
    (old, new), (was, is_) = (
        [", ".join(f"{which}.{name}" for name in names) for which in ("OLD", "NEW")] for names in (kept, _ENDED)
    )
    return f"""
CREATE OR REPLACE FUNCTION referral_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND ({old}) IS DISTINCT FROM ({new}) THEN
    RAISE EXCEPTION 'a referral that was sent is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;{goes_over}
  IF OLD.ended_at IS NOT NULL AND ({was}) IS DISTINCT FROM ({is_}) THEN
    RAISE EXCEPTION 'a referral that ended stays ended' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.later_outcome <> '' AND OLD.later_outcome IS DISTINCT FROM NEW.later_outcome THEN
    RAISE EXCEPTION 'what came of it in the end is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
"""


MINE = "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency()) AND (SELECT ask_practises())"


def register(who) -> str:
    return f"ALTER POLICY referral_unmetneed_add ON referral_unmetneed WITH CHECK ({who});"


class Migration(migrations.Migration):
    dependencies = [("referral", "0008_withdrawn_after_the_end"), ("cases", "0002_who_sees_what")]

    operations = [
        migrations.AddField(
            model_name="need",
            name="dropped_as",
            field=models.CharField(
                blank=True,
                choices=[
                    ("client", "Klien tidak menginginkannya lagi"),
                    ("solved", "Sudah terpenuhi dengan jalan lain"),
                    ("other", "Alasan lain"),
                ],
                db_default="",
                default="",
                max_length=6,
            ),
        ),
        migrations.RunSQL(
            "UPDATE referral_need SET dropped_as = 'other' WHERE state = 'dropped'", migrations.RunSQL.noop
        ),
        migrations.RemoveConstraint(model_name="need", name="referral_need_settled_by_somebody"),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("settled_by__isnull", True), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("settled_at__isnull", False),
                        models.Q(("settled_by__isnull", False), ("dropped_as", "client"), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="referral_need_settled_by_somebody",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "dropped"), models.Q(("dropped_as", ""), _negated=True)),
                    models.Q(models.Q(("state", "dropped"), _negated=True), ("dropped_as", "")),
                    _connector="OR",
                ),
                name="referral_need_dropped_says_why",
                violation_error_message="Pilih mengapa tidak diperlukan lagi.",
            ),
        ),
        migrations.RunSQL(keep_sent(_KEPT, GOES_OVER), keep_sent((*_KEPT, "case_id", "request_id"))),
        # What a client has given up hope of is kept in the register by the house too.
        migrations.RunSQL(register(f"(SELECT ask_kind()) = 'job' OR ({MINE})"), register(MINE)),
    ]
