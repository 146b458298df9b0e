import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.expressions import CombinedExpression

import rangkul.base.clock
import rangkul.base.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("sealed_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("from_id", models.BigIntegerField()),
                ("to_id", models.BigIntegerField()),
                ("count", models.IntegerField()),
                ("previous", models.BinaryField(max_length=32)),
                ("digest", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.UUIDField(db_index=True)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("service", "Menghubungi Anda dan menangani permintaan ini"),
                            (
                                "share",
                                "Meneruskan data seperlunya ke lembaga lain yang bisa membantu, setelah Anda ditanya lagi",
                            ),
                            ("statistics", "Dihitung dalam statistik tanpa nama"),
                        ],
                        max_length=12,
                    ),
                ),
                ("given", models.BooleanField()),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("screen", "Di layar, oleh orang itu sendiri"),
                            ("signature", "Tanda tangan di layar"),
                            ("thumbprint", "Cap jempol yang dipindai"),
                            ("spoken", "Lisan dengan saksi"),
                        ],
                        default="screen",
                        max_length=12,
                    ),
                ),
                ("text_version", models.CharField(max_length=20)),
                ("language", models.CharField(default="id", max_length=5)),
                ("witness", models.CharField(blank=True, max_length=120)),
                ("asked_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stopped_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AccessGrant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.UUIDField()),
                (
                    "grantee_kind",
                    models.CharField(
                        choices=[("staff", "pekerja"), ("unit", "unit"), ("ticket", "pemegang tiket")], max_length=10
                    ),
                ),
                ("grantee_id", models.UUIDField()),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("team", "anggota tim kasus"),
                            ("supervision", "supervisi"),
                            ("owner", "penanggung jawab permintaan"),
                            ("referral", "rujukan"),
                            ("consent", "persetujuan"),
                            ("break_glass", "akses darurat"),
                            ("client", "orang yang bersangkutan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("valid_from", models.DateTimeField(default=rangkul.base.clock.now)),
                ("valid_to", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="trust.consent",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.UUIDField()),
                ("reason", models.CharField(max_length=500)),
                ("until", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("justified", models.BooleanField(null=True)),
                ("review_note", models.CharField(blank=True, max_length=500)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["reviewer", "reviewed_at"], name="trust_breakglass_to_review"),
                    models.Index(fields=["staff", "until"], name="trust_breakglass_open"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reviewer", models.F("staff")), _negated=True),
                        name="trust_breakglass_reviewed_by_another",
                        violation_error_message="Akses darurat ditinjau oleh orang lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("justified__isnull", True), ("reviewed_at__isnull", True)),
                            models.Q(("justified__isnull", False), ("reviewed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_breakglass_review_paired",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", False)),
                fields=["agency", "withdrawn_at"],
                name="trust_consent_withdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mode", "spoken"), _negated=True),
                    models.Q(("witness", ""), _negated=True),
                    _connector="OR",
                ),
                name="trust_consent_spoken_has_witness",
                violation_error_message="Persetujuan lisan membutuhkan nama saksi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stopped_at__isnull", True), ("stopped_by__isnull", True)),
                    models.Q(
                        ("stopped_at__isnull", False), ("stopped_by__isnull", False), ("withdrawn_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="trust_consent_stopped_paired",
            ),
        ),
        migrations.AddIndex(
            model_name="accessgrant",
            index=models.Index(fields=["subject_id", "grantee_id"], name="trust_grant_of_subject"),
        ),
        migrations.AddIndex(
            model_name="accessgrant",
            index=models.Index(fields=["grantee_id", "subject_kind", "valid_to"], name="trust_grant_of_grantee"),
        ),
        migrations.AddIndex(
            model_name="accessgrant",
            index=models.Index(
                condition=models.Q(("consent__isnull", False)), fields=["consent"], name="trust_grant_on_consent"
            ),
        ),
        migrations.AddConstraint(
            model_name="accessgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="trust_grant_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", "break_glass"), _negated=True),
                    models.Q(
                        ("valid_to__isnull", False),
                        (
                            "valid_to__lte",
                            CombinedExpression(
                                models.F("valid_from"), "+", models.Value(datetime.timedelta(seconds=14400))
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="trust_grant_glass_is_short",
                violation_error_message="Akses darurat paling lama empat jam.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessgrant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("subject_id", "grantee_id", "basis"),
                name="trust_grant_once",
            ),
        ),
    ]
