"""Documents by version, part by part: written from the record, changed by the worker, frozen when signed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0012_supervisors_sign_documents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("thread", models.UUIDField(default=rangkul.base.ids.new_id)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("kind", models.CharField(max_length=20)),
                (
                    "reader",
                    models.CharField(
                        choices=[
                            ("court", "Pengadilan, jaksa, atau penyidik"),
                            ("agency", "Lembaga atau layanan lain"),
                            ("client", "Klien sendiri"),
                            ("house", "Lembaga sendiri"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Sedang disusun"),
                            ("asked", "Menunggu tanda tangan supervisor"),
                            ("signed", "Ditandatangani"),
                            ("replaced", "Digantikan versi baru"),
                            ("dropped", "Tidak dilanjutkan"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("opening", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("addressee", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("ground", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("check_at", models.CharField(blank=True, max_length=200)),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("frozen", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("sha256", models.BinaryField(max_length=32, null=True)),
                ("code_blind", models.BinaryField(max_length=32, null=True)),
                ("given_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="cases.case"
                    ),
                ),
                (
                    "cosigned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reports.paper"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                (
                    "shape",
                    models.CharField(
                        choices=[("facts", "Tabel"), ("points", "Butir"), ("prose", "Paragraf")], max_length=6
                    ),
                ),
                ("written", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("changed", models.BooleanField(default=False)),
                ("left_out", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passages", to="reports.paper"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["case", "-made_at"], name="reports_paper_of_case"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("thread", "version"), name="reports_paper_version_once"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("code_blind",), name="reports_paper_code_once"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "asked"))),
                fields=("case", "kind", "reader"),
                name="reports_paper_one_open",
                violation_error_message="Dokumen ini masih disusun; lanjutkan di sana.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("signed", "replaced")), _negated=True),
                    models.Q(
                        ("code_blind__isnull", False),
                        ("frozen__isnull", False),
                        ("sha256__isnull", False),
                        ("signed_by__isnull", False),
                        ("signed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="reports_paper_signed_is_frozen",
                violation_error_message="Dokumen yang ditandatangani disimpan utuh dengan kodenya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_at__isnull", True), ("given_by__isnull", True)),
                    models.Q(
                        ("state__in", ("signed", "replaced")), ("given_at__isnull", False), ("given_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="reports_paper_given_paired",
                violation_error_message="Hanya dokumen yang sudah ditandatangani bisa diberikan kepada klien.",
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("paper", "code"), name="reports_passage_code_once"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("paper", "number"), name="reports_passage_number_once"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.CheckConstraint(
                condition=models.Q(("changed", True), ("text__isnull", True), _connector="OR"),
                name="reports_passage_changed_has_text",
                violation_error_message="Bagian yang tidak diubah memakai naskah dari catatan.",
            ),
        ),
    ]
