"""A file can come in before there is a case: it is seen with its request, and goes over to the case of that request."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from rangkul.base.rls import APP, through

STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
JOB = "(SELECT ask_kind()) = 'job'"
EARLY = f"case_id IS NULL AND {STAFF_OR_JOB} AND {through('intake_request', 'cases_document.request_id')}"
# What began at a request belongs to no other case than that request's, whoever writes.
OF_ITS_REQUEST = "CREATE UNIQUE INDEX cases_case_and_its_request ON cases_case (id, request_id)"
SAME = (
    "ALTER TABLE cases_document ADD CONSTRAINT cases_document_case_of_its_request"
    " FOREIGN KEY (case_id, request_id) REFERENCES cases_case (id, request_id) ON DELETE CASCADE"
)
SEEN = f"""
CREATE POLICY cases_document_early ON cases_document FOR SELECT TO {APP} USING ({EARLY});
CREATE POLICY cases_document_add_early ON cases_document FOR INSERT TO {APP} WITH CHECK ({EARLY});
GRANT UPDATE (case_id) ON cases_document TO {APP};
CREATE POLICY cases_document_goes_over ON cases_document FOR UPDATE TO {APP}
  USING ({JOB} AND case_id IS NULL) WITH CHECK ({JOB} AND request_id IS NOT NULL);
"""
UNSEEN = f"""
DROP POLICY cases_document_goes_over ON cases_document;
REVOKE UPDATE (case_id) ON cases_document FROM {APP};
DROP POLICY cases_document_add_early ON cases_document;
DROP POLICY cases_document_early ON cases_document;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0021_who_is_tied_holds_no_case"),
        ("intake", "0014_lock_a_door_that_is_tried"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
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
            model_name="document",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="documents",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("request__isnull", False)), fields=["request"], name="cases_document_of_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("request__isnull", False), _connector="OR"),
                name="cases_document_somewhere",
                violation_error_message="Berkas milik satu permintaan atau satu kasus.",
            ),
        ),
        migrations.RunSQL(OF_ITS_REQUEST, "DROP INDEX cases_case_and_its_request"),
        migrations.RunSQL(SAME, "ALTER TABLE cases_document DROP CONSTRAINT cases_document_case_of_its_request"),
        migrations.RunSQL(SEEN, UNSEEN),
    ]
