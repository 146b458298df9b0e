"""Whoever stepped aside from a request reads it no more, nor its events; who takes a request on, or not, says first that
nothing ties them to the person."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

from rangkul.base.rls import narrow

# Asked once a statement, by the policies of later packages too.
ASIDE = """
CREATE FUNCTION intake_set_aside() RETURNS uuid[]
  STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN ARRAY(SELECT c.request_id FROM intake_conflict c WHERE c.staff_id = ask_staff() AND ask_kind() = 'staff');
END $$;
"""
NOT_ASIDE = "{column} <> ALL ((SELECT intake_set_aside())::uuid[])"


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0016_a_ticket_from_a_case"),
    ]

    operations = [
        migrations.AddIndex("conflict", models.Index(fields=["staff"], name="intake_conflict_of_staff")),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=~models.Q(outcome__in=["accepted", "referred", "declined", "waitlisted"])
                | models.Q(no_conflict__isnull=False),
                name="intake_decision_conflict_asked",
                violation_error_message="Nyatakan dulu bahwa tidak ada hubungan pribadi.",
            ),
        ),
        migrations.RunSQL(ASIDE, "DROP FUNCTION intake_set_aside();"),
        narrow("intake_request", "not_set_aside", NOT_ASIDE.format(column="id")),
        narrow("base_event", "not_of_what_is_set_aside", NOT_ASIDE.format(column="subject_id")),
    ]
