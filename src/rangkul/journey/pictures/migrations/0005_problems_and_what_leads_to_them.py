"""Causes, problems and effects, and the links between them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0012_supervisors_sign_documents"),
        ("pictures", "0004_who_sees_ties_to_systems"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Problem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[("cause", "sebab"), ("problem", "masalah"), ("effect", "akibat")], max_length=7
                    ),
                ),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("significant_other", "Orang terdekat klien"),
                            ("document", "Dokumen"),
                            ("professional", "Petugas atau ahli lain"),
                            ("observation", "Dilihat atau didengar sendiri oleh pekerja sosial"),
                            ("worker", "Pertimbangan pekerja sosial"),
                        ],
                        max_length=20,
                    ),
                ),
                ("source_date", models.DateField()),
                ("wish", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("solved", "teratasi"),
                            ("eased", "berkurang"),
                            ("stands", "masih ada, klien bisa menghadapinya"),
                            ("handed_on", "diteruskan ke layanan lain"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                ("review_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="problems", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reviewed_by",
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
            name="ProblemLink",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "confidence",
                    models.CharField(
                        choices=[("low", "baru dugaan"), ("middle", "cukup yakin"), ("high", "yakin")], max_length=6
                    ),
                ),
                ("evidence", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("significant_other", "Orang terdekat klien"),
                            ("document", "Dokumen"),
                            ("professional", "Petugas atau ahli lain"),
                            ("observation", "Dilihat atau didengar sendiri oleh pekerja sosial"),
                            ("worker", "Pertimbangan pekerja sosial"),
                        ],
                        max_length=20,
                    ),
                ),
                ("source_date", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="problem_links", to="cases.case"
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leads_to", to="pictures.problem"
                    ),
                ),
                (
                    "effect",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comes_from", to="pictures.problem"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="problem",
            index=models.Index(fields=["case", "made_at"], name="pictures_problem_of_case"),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__isnull", False)),
                name="pictures_problem_said",
                violation_error_message="Tulis masalahnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("reviewed_by__isnull", True), ("reviewed_on__isnull", True)),
                    models.Q(
                        ("reviewed_by__isnull", False),
                        ("reviewed_on__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pictures_problem_review_paired",
                violation_error_message="Pilih bagaimana keadaannya sekarang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_because__isnull", True), ("ended_by__isnull", True), ("ended_on__isnull", True)),
                    models.Q(
                        ("ended_because__isnull", False), ("ended_by__isnull", False), ("ended_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="pictures_problem_end_paired",
                violation_error_message="Tulis alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problemlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("cause", models.F("effect")), _negated=True),
                name="pictures_problemlink_of_two",
                violation_error_message="Pilih yang lain di ujung panah ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problemlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("cause", "effect"),
                name="pictures_problemlink_once",
                violation_error_message="Panah ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problemlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence__isnull", False)),
                name="pictures_problemlink_evidence",
                violation_error_message="Tulis dasarnya: apa yang dikatakan atau dilihat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="problemlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_because__isnull", True), ("ended_by__isnull", True), ("ended_on__isnull", True)),
                    models.Q(
                        ("ended_because__isnull", False), ("ended_by__isnull", False), ("ended_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="pictures_problemlink_end_paired",
                violation_error_message="Tulis alasannya.",
            ),
        ),
    ]
