"""Practicum: students with a field instructor, objectives, a logbook, cases without a name."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        ("people", "0006_students_stand_apart"),
        ("trust", "0013_students_hold_no_right"),
        ("workforce", "0002_who_sees_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Practicum",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("school", models.CharField(max_length=120)),
                ("begins", models.DateField()),
                ("ends", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Berjalan"), ("ended", "Berakhir")], default="running", max_length=7
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.agency",
                    ),
                ),
                (
                    "instructor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "student",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "body",
                    models.CharField(
                        choices=[("knowledge", "Pengetahuan"), ("value", "Nilai"), ("skill", "Keterampilan")],
                        max_length=9,
                    ),
                ),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "reached",
                    models.CharField(
                        blank=True,
                        choices=[("", "Belum dilihat bersama"), ("partly", "Sebagian"), ("reached", "Tercapai")],
                        default="",
                        max_length=7,
                    ),
                ),
                ("said", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "practicum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objectives", to="workforce.practicum"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("day", models.DateField()),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("learned", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("written", "Menunggu pembimbing"),
                            ("signed", "Ditandatangani pembimbing"),
                            ("sent_back", "Dikembalikan"),
                        ],
                        default="written",
                        max_length=9,
                    ),
                ),
                ("comment", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workforce.objective",
                    ),
                ),
                (
                    "practicum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="workforce.practicum"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StudyCase",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Sedang disiapkan"), ("given", "Dipakai belajar"), ("withdrawn", "Ditarik")],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("facts", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("picture", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("questions", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("given_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="trust.consent"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "practicum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="studies", to="workforce.practicum"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="practicum",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "running")),
                fields=("student",),
                name="workforce_practicum_one_running",
                violation_error_message="Praktikum mahasiswa ini masih berjalan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="practicum",
            constraint=models.CheckConstraint(
                condition=models.Q(("student", models.F("instructor")), _negated=True),
                name="workforce_practicum_of_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="practicum",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("begins"))),
                name="workforce_practicum_ends_after_start",
                violation_error_message="Tanggal berakhir tidak boleh sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="practicum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state", "running")),
                    models.Q(("ended_at__isnull", False), ("state", "ended")),
                    _connector="OR",
                ),
                name="workforce_practicum_ended_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reached", ""), models.Q(("said__isnull", False), ("seen_at__isnull", False)), _connector="OR"
                ),
                name="workforce_objective_seen_with_words",
                violation_error_message="Tulis apa yang Anda lihat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="logentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("state", "written")),
                    models.Q(models.Q(("state", "written"), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_logentry_decided_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="studycase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("practicum", "case"),
                name="workforce_study_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="studycase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(
                        ("facts__isnull", True),
                        ("picture__isnull", True),
                        ("questions__isnull", True),
                        ("withdrawn_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="workforce_study_withdrawn_is_empty",
            ),
        ),
        migrations.AddConstraint(
            model_name="studycase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "given"), _negated=True),
                    models.Q(("given_at__isnull", False), ("picture__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_study_given_with_a_picture",
                violation_error_message="Tulis dulu gambaran kasusnya dengan kata-kata sendiri.",
            ),
        ),
    ]
