"""Reports, the duty rota, outreach, screening, safety plans and the next contact."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("crisis", "0004_withhold_unsure_numbers"),
        ("intake", "0011_let_reports_come_in"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("link", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report", to="intake.request"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NextContact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("due_at", models.DateTimeField()),
                ("how", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("steps", models.PositiveSmallIntegerField(default=0)),
                ("look_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "done_by",
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
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="next_contacts", to="intake.request"
                    ),
                ),
                (
                    "told",
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
                    models.Index(fields=["request", "-due_at"], name="crisis_nextcontact_of_request"),
                    models.Index(
                        condition=models.Q(("look_at__isnull", False)),
                        fields=["look_at"],
                        name="crisis_nextcontact_clock",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "due_at__lte",
                                models.F("made_at") + datetime.timedelta(days=1),
                            )
                        ),
                        name="crisis_nextcontact_within_a_day",
                        violation_error_message="Kontak berikutnya paling lama 24 jam lagi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False), ("look_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="crisis_nextcontact_done_paired",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outreach",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("whatsapp", "WhatsApp"),
                            ("sms", "SMS"),
                            ("email", "E-mail"),
                            ("social", "Pesan pribadi di media sosial"),
                            ("through", "Lewat orang yang melapor"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reach_at", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("judgement", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("link", models.BinaryField(max_length=32, unique=True)),
                ("link_ends_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "own",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opened_by_outreach",
                        to="intake.request",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="outreach", to="intake.request"
                    ),
                ),
                (
                    "sent_by",
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
                "indexes": [models.Index(fields=["request", "-made_at"], name="crisis_outreach_of_request")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("judgement__isnull", False), ("reach_at__isnull", False), ("text__isnull", False)
                        ),
                        name="crisis_outreach_judged_safe",
                        violation_error_message="Tulis mengapa cara ini aman sebelum menyiapkan pesan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", True), ("sent_by__isnull", True)),
                            models.Q(("sent_at__isnull", False), ("sent_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="crisis_outreach_sent_paired",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at__isnull", True), ("own__isnull", True)),
                            models.Q(("opened_at__isnull", False), ("own__isnull", False)),
                            _connector="OR",
                        ),
                        name="crisis_outreach_opened_paired",
                        violation_error_message="Percakapan yang dibuka punya permintaannya sendiri.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("media_type", models.CharField(max_length=80)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.BinaryField(max_length=32)),
                ("has_preview", models.BooleanField(default=False)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="crisis.report"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0), ("size__lte", 15728640)),
                        name="crisis_evidence_size",
                        violation_error_message="Berkas paling besar 15 MB.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                ("parts", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("shared", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="safety_plans", to="intake.request"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "version"),
                        name="crisis_safetyplan_version_once",
                        violation_error_message="Rencana ini baru saja diubah orang lain. Buka lagi halamannya.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("answers", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("high", "Tinggi"),
                            ("unknown", "Belum diketahui, perlu didampingi"),
                            ("moderate", "Sedang"),
                            ("low", "Rendah"),
                            ("none", "Tidak ada tanda pada saat ditanya"),
                        ],
                        max_length=8,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="screenings", to="intake.request"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["request", "-made_at"], name="crisis_screening_of_request")],
            },
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("offered_at", models.DateTimeField(blank=True, null=True)),
                ("begun_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
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
                    "offered_to",
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
                    "staff",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shifts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.unit"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "starts_at"], name="crisis_shift_of_unit"),
                    models.Index(
                        condition=models.Q(("dropped_at__isnull", True), ("ended_at__isnull", True)),
                        fields=["ends_at"],
                        name="crisis_shift_to_move",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="crisis_shift_ends_after_it_starts",
                        violation_error_message="Jam selesai harus sesudah jam mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("offered_at__isnull", True), ("offered_to__isnull", True)),
                            models.Q(("offered_at__isnull", False), ("offered_to__isnull", False)),
                            _connector="OR",
                        ),
                        name="crisis_shift_offer_paired",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                ],
            },
        ),
    ]
