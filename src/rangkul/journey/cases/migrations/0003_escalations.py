"""What stands open after its time is told to somebody above; the clock finds it by an index."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0001_ground"),
        ("cases", "0002_who_sees_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.CharField(max_length=16)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contract", "Kontrak layanan belum disepakati"),
                            ("duty", "Kewajiban belum dijawab"),
                            ("task", "Tugas belum selesai"),
                            ("aftercare", "Bimbingan lanjut belum dilakukan"),
                            ("appointment", "Hasil janji temu belum dicatat"),
                            ("signature", "Tanda tangan supervisor belum diberikan"),
                        ],
                        max_length=11,
                    ),
                ),
                ("matter", models.UUIDField()),
                ("due_at", models.DateTimeField()),
                ("step", models.PositiveSmallIntegerField()),
                ("told_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(blank=True, null=True)),
                ("decided", models.JSONField(blank=True, null=True)),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "acknowledged_by",
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="escalations",
                        to="cases.case",
                    ),
                ),
                (
                    "told",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(condition=models.Q(("state", "planned")), fields=["at"], name="cases_appointment_late"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("contract_due_at__isnull", False)),
                fields=["contract_due_at"],
                name="cases_case_contract_late",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=models.Q(("state", "open")), fields=["due"], name="cases_task_late"),
        ),
        migrations.AddIndex(
            model_name="escalation",
            index=models.Index(
                condition=models.Q(("acknowledged_at__isnull", True), ("settled_at__isnull", True)),
                fields=["told", "told_at"],
                name="cases_escalation_open",
            ),
        ),
        migrations.AddIndex(
            model_name="escalation",
            index=models.Index(
                condition=models.Q(("next_at__isnull", False)), fields=["next_at"], name="cases_escalation_clock"
            ),
        ),
        migrations.AddIndex(
            model_name="escalation",
            index=models.Index(fields=["case", "-told_at"], name="cases_escalation_of_case"),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(fields=("matter", "due_at", "step"), name="cases_escalation_step_once"),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("acknowledged_at__isnull", True), ("acknowledged_by__isnull", True)),
                    models.Q(("acknowledged_at__isnull", False), ("acknowledged_by__isnull", False)),
                    _connector="OR",
                ),
                name="cases_escalation_acknowledged_paired",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled_at__isnull", True), ("next_at__isnull", True), _connector="OR"),
                name="cases_escalation_settled_rests",
            ),
        ),
    ]
