"""Legal clocks, seen with their case by staff alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
MINE = through("cases_case", "protection_legalclock.case_id")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalClock",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("law", models.CharField(max_length=24)),
                ("pace", models.CharField(max_length=9)),
                ("began_at", models.DateTimeField()),
                ("told_from", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("met_at", models.DateTimeField(blank=True, null=True)),
                ("how", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("receipt", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
                ("stopped_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legal_clocks",
                        to="cases.case",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stopped_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "due_at"], name="protection_clock_of_case"),
                    models.Index(
                        condition=models.Q(("met_at__isnull", True), ("stopped_at__isnull", True)),
                        fields=["told_from"],
                        name="protection_clock_runs",
                    ),
                    models.Index(
                        condition=models.Q(("met_at__isnull", True), ("stopped_at__isnull", True)),
                        fields=["owner"],
                        name="protection_clock_of_owner",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_at__gte", models.F("told_from")), ("told_from__gt", models.F("began_at"))
                        ),
                        name="protection_legalclock_in_order",
                        violation_error_message="Batas waktu harus sesudah kejadiannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how__isnull", True), ("met_at__isnull", True), ("met_by__isnull", True)),
                            models.Q(("how__isnull", False), ("met_at__isnull", False), ("met_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="protection_legalclock_met_with_how",
                        violation_error_message="Kapan, oleh siapa, dan bagaimana dicatat bersama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("stopped_at__isnull", True),
                                ("stopped_because__isnull", True),
                                ("stopped_by__isnull", True),
                            ),
                            models.Q(
                                ("stopped_at__isnull", False),
                                ("stopped_because__isnull", False),
                                ("stopped_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protection_legalclock_stopped_with_why",
                        violation_error_message="Kapan, oleh siapa, dan mengapa dicatat bersama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("met_at__isnull", True), ("stopped_at__isnull", True), _connector="OR"),
                        name="protection_legalclock_ends_once",
                        violation_error_message="Batas waktu ini sudah selesai.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("met_at__isnull", True), ("stopped_at__isnull", True)),
                        fields=("case", "law"),
                        name="protection_legalclock_once",
                        violation_error_message="Batas waktu ini sudah berjalan.",
                    ),
                ],
            },
        ),
        protect(
            "protection_legalclock",
            see=f"{STAFF_OR_JOB} AND {MINE}",
            add=f"{STAFF} AND {MINE}",
        ),
        keep_versions("protection_legalclock"),
    ]
