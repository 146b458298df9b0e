"""Evidence: appended, seen with its case by staff alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
OF_EVIDENCE = through("cases_case", "protection_evidence.case_id")


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        ("protection", "0001_legal_clocks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("document", "Berkas"),
                            ("link", "Tautan"),
                            ("spoken", "Keterangan"),
                            ("chat", "Ekspor percakapan"),
                            ("correction", "Koreksi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("link", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("brought_by", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("consent", "Persetujuan yang membawanya"),
                            ("guardian", "Persetujuan wali"),
                            ("duty", "Kewajiban hukum"),
                            ("vital", "Melindungi nyawa atau keselamatan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("happened", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("came_at", models.DateTimeField()),
                ("sha256", models.BinaryField(max_length=32)),
                ("salt", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("seal", models.BinaryField(max_length=32)),
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="cases.case",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="protection.evidence",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["corrects"], name="protection_evidence_mends")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "number"),
                        name="protection_evidence_numbered",
                        violation_error_message="Nomor bukti ini sudah dipakai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("kind__in", ["document", "chat"])),
                            models.Q(("document__isnull", True), ("kind", "link"), ("link__isnull", False)),
                            models.Q(
                                ("document__isnull", True),
                                ("kind__in", ["spoken", "correction"]),
                                ("words__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protection_evidence_has_its_original",
                        violation_error_message="Bukti perlu berkas, tautan, atau keterangan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrects__isnull", False), ("kind", "correction")),
                            models.Q(models.Q(("kind", "correction"), _negated=True), ("corrects__isnull", True)),
                            _connector="OR",
                        ),
                        name="protection_evidence_correction_names_what",
                        violation_error_message="Koreksi menyebut bukti yang dikoreksi.",
                    ),
                ],
            },
        ),
        protect(
            "protection_evidence", see=f"{STAFF_OR_JOB} AND {OF_EVIDENCE}", add=f"{STAFF} AND {OF_EVIDENCE}", keep=True
        ),
    ]
