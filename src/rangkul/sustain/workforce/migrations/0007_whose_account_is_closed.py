"""Whose account is closed leaves supervision and practicum in order: as one named job, which reads no word that is
personal, contracts end, placements are handed on, and a record that was never signed by both stays as it was written."""

from django.db import migrations, models

from rangkul.base.rls import also_see

LEAVING = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"
TABLES = ("workforce_contract", "workforce_session", "workforce_practicum", "workforce_studycase")

FROZEN = """
DROP TRIGGER frozen ON workforce_session;
CREATE TRIGGER frozen BEFORE UPDATE ON workforce_session FOR EACH ROW
  WHEN (OLD.state IN ({states})) EXECUTE FUNCTION workforce_frozen();
"""
RIGHTS = """
GRANT UPDATE (owner_id) ON workforce_followup TO rangkul_app;
GRANT UPDATE (instructor_id) ON workforce_practicum TO rangkul_app;
"""
NO_RIGHTS = """
REVOKE UPDATE (owner_id) ON workforce_followup FROM rangkul_app;
REVOKE UPDATE (instructor_id) ON workforce_practicum FROM rangkul_app;
"""
# Only the closing of an account puts another name there.
KEPT = """
CREATE FUNCTION workforce_keep_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ask_name() IS DISTINCT FROM 'staff.leaving' THEN
    RAISE EXCEPTION 'nobody promises or instructs in the name of another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_name BEFORE UPDATE OF owner_id ON workforce_followup FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION workforce_keep_name();
CREATE TRIGGER keep_name BEFORE UPDATE OF instructor_id ON workforce_practicum FOR EACH ROW
  WHEN (OLD.instructor_id IS DISTINCT FROM NEW.instructor_id) EXECUTE FUNCTION workforce_keep_name();
"""


class Migration(migrations.Migration):
    dependencies = [("workforce", "0006_hear_of_the_other")]

    operations = [
        migrations.AlterField(
            model_name="session",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "Direncanakan"),
                    ("held", "Menunggu tanda tangan"),
                    ("signed", "Ditandatangani berdua"),
                    ("cancelled", "Dibatalkan"),
                    ("left", "Tidak sempat ditandatangani berdua"),
                ],
                default="planned",
                max_length=9,
            ),
        ),
        migrations.RemoveConstraint(model_name="session", name="workforce_session_recorded_whole"),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_at__isnull", True), ("state__in", ["planned", "cancelled"])),
                    models.Q(
                        ("held_at__isnull", False),
                        ("state__in", ["held", "signed", "left"]),
                        ("summary__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="workforce_session_recorded_whole",
                violation_error_message="Sesi yang tercatat punya waktu dan notulen.",
            ),
        ),
        migrations.RemoveConstraint(model_name="session", name="workforce_session_signed_by_both"),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "signed"),
                        ("supervisor_signed_at__isnull", False),
                        ("worker_signed_at__isnull", False),
                    ),
                    models.Q(
                        ("state__in", ["held", "left"]),
                        models.Q(
                            ("supervisor_signed_at__isnull", True), ("worker_signed_at__isnull", True), _connector="OR"
                        ),
                    ),
                    models.Q(
                        ("state__in", ["planned", "cancelled"]),
                        ("supervisor_signed_at__isnull", True),
                        ("worker_signed_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="workforce_session_signed_by_both",
            ),
        ),
        migrations.RunSQL(
            FROZEN.format(states="'signed', 'cancelled', 'left'"), FROZEN.format(states="'signed', 'cancelled'")
        ),
        *[also_see(table, "leaving", LEAVING) for table in TABLES],
        *[also_see(table, "leaves", LEAVING, command="UPDATE") for table in (*TABLES, "workforce_followup")],
        migrations.RunSQL(
            "CREATE POLICY workforce_contract_heir ON workforce_contract FOR INSERT TO rangkul_app"
            f" WITH CHECK ({LEAVING} AND state = 'draft' AND supervisor_signed_at IS NULL AND worker_signed_at IS NULL)",
            "DROP POLICY workforce_contract_heir ON workforce_contract",
        ),
        migrations.RunSQL(RIGHTS, NO_RIGHTS),
        migrations.RunSQL(KEPT, "DROP FUNCTION workforce_keep_name() CASCADE"),
    ]
