"""What was answered before there was a case is seen with its request by staff, and goes over to the case of that request."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from rangkul.base.rls import APP, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
EARLY = f"case_id IS NULL AND {{who}} AND {through('intake_request', 'instruments_administration.request_id')}"
SAME = (
    "ALTER TABLE instruments_administration ADD CONSTRAINT instruments_administration_case_of_its_request"
    " FOREIGN KEY (case_id, request_id) REFERENCES cases_case (id, request_id)"
)
DIFFERENT = SAME.partition(" ADD ")[0] + " DROP CONSTRAINT instruments_administration_case_of_its_request"
SEEN = f"""
CREATE POLICY instruments_administration_early ON instruments_administration FOR SELECT TO {APP}
  USING ({EARLY.format(who=STAFF_OR_JOB)});
CREATE POLICY instruments_administration_add_early ON instruments_administration FOR INSERT TO {APP}
  WITH CHECK ({EARLY.format(who=STAFF)});
GRANT UPDATE (case_id, person_id) ON instruments_administration TO {APP};
CREATE POLICY instruments_administration_goes_over ON instruments_administration FOR UPDATE TO {APP}
  USING ({JOB} AND case_id IS NULL) WITH CHECK ({JOB} AND request_id IS NOT NULL);
"""
UNSEEN = f"""
DROP POLICY instruments_administration_goes_over ON instruments_administration;
REVOKE UPDATE (case_id, person_id) ON instruments_administration FROM {APP};
DROP POLICY instruments_administration_add_early ON instruments_administration;
DROP POLICY instruments_administration_early ON instruments_administration;
"""
# Sharing, a mark and a promise may be added to an answer, and once the case to which it went; the answer stays.
KEEP_ANSWER = """
CREATE OR REPLACE FUNCTION instruments_keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['retest_id', 'shared_at', 'shared_by_id', 'wrong_at', 'wrong_by_id', 'wrong_because']{more};
BEGIN
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR OLD.wrong_at IS NOT NULL AND NEW.wrong_at IS NULL THEN
    RAISE EXCEPTION 'an answer never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
"""
ONCE = " || CASE WHEN OLD.case_id IS NULL THEN ARRAY['case_id', 'person_id'] ELSE ARRAY[]::text[] END"


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0022_files_of_requests"),
        ("instruments", "0006_who_sees_uploads_and_pictures"),
        ("intake", "0014_lock_a_door_that_is_tried"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="administration",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="intake.request",
            ),
        ),
        migrations.AlterField(
            model_name="administration",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="administrations",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="administration",
            index=models.Index(
                condition=models.Q(("request__isnull", False)), fields=["request"], name="instruments_filled_of_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="administration",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("request__isnull", False), _connector="OR"),
                name="instruments_filled_somewhere",
                violation_error_message="Pengisian ini milik satu permintaan atau satu kasus.",
            ),
        ),
        migrations.RunSQL(SAME, DIFFERENT),
        migrations.RunSQL(SEEN, UNSEEN),
        migrations.RunSQL(KEEP_ANSWER.format(more=ONCE), KEEP_ANSWER.format(more="")),
    ]
