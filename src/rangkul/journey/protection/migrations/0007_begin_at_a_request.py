"""Evidence, plans and legal clocks begin at a request and go over to its case: seen with the request by staff, and with
the case from then on. Evidence stays append-only: the one thing that ever changes is to which case it went, once."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from rangkul.base.rls import APP, also_see, ask_last, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
KEPT = ("evidence", "safetyplan", "legalclock")
BY_TICKET = "(SELECT ask_kind()) = 'ticket' AND given = 'ticket' AND situation IN ('stay', 'leave')"


def before(name: str) -> str:
    return through("cases_case", f"protection_{name}.case_id")


def kept(name: str) -> str:
    early = through("intake_request", f"protection_{name}.request_id")
    return f"CASE WHEN case_id IS NULL THEN {early} ELSE {before(name)} END"


def policies(name: str, where: str) -> str:
    table = f"protection_{name}"
    # A plan and what belongs to evidence are written by a job too: the client hands them in through the ticket.
    adds = STAFF if where == before(name) or name == "legalclock" else STAFF_OR_JOB
    said = [
        f"ALTER POLICY {table}_see ON {table} USING ({STAFF_OR_JOB} AND {where})",
        f"ALTER POLICY {table}_add ON {table} WITH CHECK ({adds} AND {where})",
    ]
    if name != "evidence":
        said.append(
            f"ALTER POLICY {table}_change ON {table} USING ({STAFF_OR_JOB} AND {where}) WITH CHECK ({adds} AND {where})"
        )
    if name == "safetyplan":
        said.append(f"ALTER POLICY {table}_by_ticket ON {table} USING ({BY_TICKET} AND {where})")
    return ";\n".join(said)


def same_request(name: str) -> migrations.RunSQL:
    """What began at a request belongs to no other case than that request's, whoever writes."""
    table = f"protection_{name}"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_case_of_its_request"
        " FOREIGN KEY (case_id, request_id) REFERENCES cases_case (id, request_id)",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_case_of_its_request",
    )


def goes_over(name: str) -> migrations.RunSQL:
    table = f"protection_{name}"
    grant = f"GRANT UPDATE (case_id) ON {table} TO {APP};" if name == "evidence" else ""
    back = f"REVOKE UPDATE (case_id) ON {table} FROM {APP};" if name == "evidence" else ""
    return migrations.RunSQL(
        f"{grant} CREATE POLICY {table}_goes_over ON {table} FOR UPDATE TO {APP}"
        f" USING ({JOB} AND case_id IS NULL) WITH CHECK ({JOB} AND request_id IS NOT NULL)",
        f"DROP POLICY {table}_goes_over ON {table}; {back}",
    )


# Whoever sees the case checks the seals of what came before it too, also where the request is another unit's.
SEALED = (
    f"{STAFF} AND subject_kind = 'request' AND name IN ('evidence.kept', 'evidence.corrected', 'evidence.handed_in')"
    " AND protection_sees_case_of(subject_id)"
)
CASE_OF = """CREATE FUNCTION protection_sees_case_of(wanted uuid) RETURNS boolean
  STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.cases_case WHERE request_id = wanted); END $$"""


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0022_files_of_requests"),
        ("intake", "0014_lock_a_door_that_is_tried"),
        ("protection", "0006_pathways_of_children"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="safetyplan",
            name="protection_safetyplan_given_by_somebody",
        ),
        migrations.AddField(
            model_name="evidence",
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
        migrations.AddField(
            model_name="legalclock",
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
        migrations.AddField(
            model_name="safetyplan",
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
            model_name="evidence",
            name="by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="legalclock",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="safetyplan",
            name="by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="safetyplan",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="legalclock",
            index=models.Index(fields=["request", "due_at"], name="protection_clock_of_request"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("request__isnull", False), _connector="OR"),
                name="protection_evidence_somewhere",
                violation_error_message="Ini milik satu permintaan atau satu kasus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(
                fields=("request", "number"),
                name="protection_evidence_numbered_early",
                violation_error_message="Nomor bukti ini sudah dipakai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalclock",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("request__isnull", False), _connector="OR"),
                name="protection_legalclock_somewhere",
                violation_error_message="Ini milik satu permintaan atau satu kasus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalclock",
            constraint=models.UniqueConstraint(
                condition=models.Q(("met_at__isnull", True), ("stopped_at__isnull", True)),
                fields=("request", "law"),
                name="protection_legalclock_once_early",
                violation_error_message="Batas waktu ini sudah berjalan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("case__isnull", False), ("request__isnull", False), _connector="OR"),
                name="protection_safetyplan_somewhere",
                violation_error_message="Ini milik satu permintaan atau satu kasus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.UniqueConstraint(
                fields=("request", "situation", "version"),
                name="protection_safetyplan_version_once_early",
                violation_error_message="Versi rencana ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given", ""), ("given_at__isnull", True), ("given_by__isnull", True)),
                    models.Q(
                        models.Q(("given", ""), _negated=True), ("given_at__isnull", False), ("given_by__isnull", False)
                    ),
                    models.Q(("by__isnull", True), ("given", "ticket"), ("given_at__isnull", False)),
                    _connector="OR",
                ),
                name="protection_safetyplan_given_by_somebody",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        *[same_request(name) for name in KEPT],
        *[migrations.RunSQL(policies(name, kept(name)), policies(name, before(name))) for name in KEPT],
        *[goes_over(name) for name in KEPT],
        migrations.RunSQL(CASE_OF, "DROP FUNCTION protection_sees_case_of(uuid)"),
        also_see("base_event", "sealed_early", SEALED),
        ask_last("base_event", "sealed_early"),
    ]
