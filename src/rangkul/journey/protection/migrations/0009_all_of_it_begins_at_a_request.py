"""Chats, children and what happens online begin at a request too, and go over to its case: seen with the request by
staff, and with the case from then on. The sheets of a chat stay append-only but for the case to which they went."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from rangkul.base.rls import APP, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
# A job unfolds a chat; the rest a person writes.
BY_JOB_TOO = ("chat", "chatsheet")
# Each step is seen with its child already.
WITH_PARENT = ("childstep",)
FOUND_BY_FOLDER = ("chat", "child", "claim", "takedown")
# What is promised for a day before there is a case.
PROMISED = (
    ("childstep", ["owner", "due"], "protection_step_promised", "doing"),
    ("takedown", ["next_look"], "protection_takedown_promised", "open"),
)
KEPT = ("chat", "chatsheet", "chatmark", "child", "childstep", "claim", "takedown")


def relation(to: str) -> models.ForeignKey:
    return models.ForeignKey(
        blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to
    )


def before(name: str) -> str:
    return through("cases_case", f"protection_{name}.case_id")


def kept(name: str) -> str:
    early = through("intake_request", f"protection_{name}.request_id")
    return f"CASE WHEN case_id IS NULL THEN {early} ELSE {before(name)} END"


def policies(name: str, where: str) -> str:
    table = f"protection_{name}"
    adds = STAFF_OR_JOB if name in BY_JOB_TOO else STAFF
    said = [
        f"ALTER POLICY {table}_see ON {table} USING ({STAFF_OR_JOB} AND {where})",
        f"ALTER POLICY {table}_add ON {table} WITH CHECK ({adds} AND {where})",
    ]
    if name != "chatsheet":
        said.append(
            f"ALTER POLICY {table}_change ON {table} USING ({STAFF_OR_JOB} AND {where}) WITH CHECK ({adds} AND {where})"
        )
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
    grant = f"GRANT UPDATE (case_id) ON {table} TO {APP};" if name == "chatsheet" else ""
    back = f"REVOKE UPDATE (case_id) ON {table} FROM {APP};" if name == "chatsheet" else ""
    return migrations.RunSQL(
        f"{grant} CREATE POLICY {table}_goes_over ON {table} FOR UPDATE TO {APP}"
        f" USING ({JOB} AND case_id IS NULL) WITH CHECK ({JOB} AND request_id IS NOT NULL)",
        f"DROP POLICY {table}_goes_over ON {table}; {back}",
    )


def sealed(*names: str) -> str:
    """Which events of a request whoever sees its case reads, to check the seals."""
    said = ", ".join(f"'{name}'" for name in names)
    return (
        f"ALTER POLICY base_event_also_sealed_early ON base_event USING ({STAFF} AND subject_kind = 'request'"
        f" AND name IN ({said}) AND protection_sees_case_of(subject_id))"
    )


KNOWN = ("evidence.kept", "evidence.corrected", "evidence.handed_in")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_tickets_of_a_case"),
        ("intake", "0014_lock_a_door_that_is_tried"),
        ("protection", "0008_plans_are_the_clients"),
    ]

    operations = [
        *[migrations.AddField(name, "request", relation("intake.request")) for name in KEPT],
        *[migrations.AlterField(name, "case", relation("cases.case")) for name in KEPT],
        *[
            migrations.AddIndex(name, models.Index(fields=[folder], name=f"protection_{name}_of_{folder}"))
            for name in FOUND_BY_FOLDER
            for folder in ("request", "case")
        ],
        *[
            migrations.AddIndex(
                name, models.Index(fields=fields, name=called, condition=Q(case__isnull=True, state=state))
            )
            for name, fields, called, state in PROMISED
        ],
        *[
            migrations.AddConstraint(
                name,
                models.CheckConstraint(
                    condition=Q(case__isnull=False) | Q(request__isnull=False),
                    name=f"protection_{name}_somewhere",
                    violation_error_message="Ini milik satu permintaan atau satu kasus.",
                ),
            )
            for name in KEPT
        ],
        *[same_request(name) for name in KEPT],
        *[
            migrations.RunSQL(policies(name, kept(name)), policies(name, before(name)))
            for name in KEPT
            if name not in WITH_PARENT
        ],
        *[goes_over(name) for name in KEPT],
        migrations.RunSQL(sealed(*KNOWN, "chat.brought"), sealed(*KNOWN)),
    ]
