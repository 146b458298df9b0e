"""Plans by version with goals and their five levels, what was weighed, and reviews."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0001_ground"),
        ("cases", "0002_who_sees_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Sedang disusun"),
                            ("asked", "Menunggu tanda tangan supervisor"),
                            ("agreed", "Disepakati"),
                            ("replaced", "Digantikan versi baru"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("wish", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("resources", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("risks", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("change_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signature", "Tanda tangan di lembar rencana"),
                            ("thumbprint", "Cap jempol di lembar rencana"),
                            ("spoken", "Lisan, dengan saksi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("witness", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("client_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="cases.case"
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.plan"
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
            name="Hypothesis",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("thread", models.UUIDField(blank=True, null=True)),
                ("condition", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("expectation", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("evidence", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hypotheses", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("thread", models.UUIDField(db_index=True, default=rangkul.base.ids.new_id)),
                ("number", models.PositiveSmallIntegerField()),
                ("title", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("capacity", "Memperkuat kemampuan memecahkan masalah dan bertahan"),
                            ("link", "Menghubungkan dengan sumber, layanan, dan kesempatan"),
                            ("humane", "Membuat layanan berjalan baik dan manusiawi"),
                            ("policy", "Ikut memperbaiki kebijakan sosial"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("needs", "Memenuhi kebutuhan dasar"),
                            ("roles", "Menjalankan tugas dan peranan sosial"),
                            ("coping", "Mengatasi masalah"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                (
                    "baseline",
                    models.SmallIntegerField(
                        choices=[
                            (-1, "Di bawah harapan (−1): keadaan masih bisa memburuk"),
                            (-2, "Jauh di bawah harapan (−2): keadaan tidak bisa lebih buruk"),
                        ],
                        default=-1,
                    ),
                ),
                (
                    "responsible",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("worker", "Pekerja sosial"),
                            ("together", "Klien dan pekerja sosial bersama"),
                            ("family", "Keluarga atau orang terdekat"),
                            ("partner", "Lembaga lain"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "client_view",
                    models.CharField(
                        choices=[("agrees", "Setuju dengan tujuan ini"), ("wants_other", "Menginginkan yang lain")],
                        max_length=11,
                    ),
                ),
                ("client_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("settled", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("far_below", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("below", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("expected", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("above", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("far_above", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Alternative",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("title", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("merits", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("drawbacks", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("chosen", models.BooleanField(default=False)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="alternatives", to="plans.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("kind", models.CharField(choices=[("review", "Tinjauan"), ("final", "Evaluasi akhir")], max_length=6)),
                ("held_on", models.DateField()),
                (
                    "client_judgement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("much_better", "Jauh lebih baik"),
                            ("better", "Lebih baik"),
                            ("same", "Sama saja"),
                            ("worse", "Lebih berat"),
                            ("much_worse", "Jauh lebih berat"),
                        ],
                        max_length=11,
                    ),
                ),
                ("client_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("client_absent", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "worker_judgement",
                    models.CharField(
                        choices=[
                            ("much_better", "Jauh lebih baik"),
                            ("better", "Lebih baik"),
                            ("same", "Sama saja"),
                            ("worse", "Lebih berat"),
                            ("much_worse", "Jauh lebih berat"),
                        ],
                        max_length=11,
                    ),
                ),
                ("worker_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "next_step",
                    models.CharField(
                        choices=[
                            ("go_on", "Lanjutkan rencana yang sekarang"),
                            ("change_plan", "Ubah rencana"),
                            ("reassess", "Asesmen ulang"),
                            ("end", "Siapkan pengakhiran layanan"),
                        ],
                        max_length=11,
                    ),
                ),
                ("next_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("next_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="plans.plan"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReviewLevel",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("thread", models.UUIDField(db_index=True)),
                ("by_client", models.SmallIntegerField(blank=True, null=True)),
                ("by_worker", models.SmallIntegerField(blank=True, null=True)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reached", to="plans.goal"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="levels", to="plans.review"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("case", "version"), name="plans_plan_version_once"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "asked"])),
                fields=("case",),
                name="plans_one_open_version",
                violation_error_message="Masih ada rencana yang sedang disusun.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "agreed")),
                fields=("case",),
                name="plans_one_agreed_version",
                violation_error_message="Sudah ada rencana yang disepakati.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "asked"]),
                    models.Q(
                        ("agreed_on__isnull", False),
                        ("signed_at__isnull", False),
                        ("signed_by__isnull", False),
                        models.Q(("agreement", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="plans_agreed_plan_is_signed",
                violation_error_message="Rencana disepakati bersama klien dan ditandatangani.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreement", "spoken"), _negated=True), ("witness__isnull", False), _connector="OR"
                ),
                name="plans_spoken_agreement_has_witness",
                violation_error_message="Persetujuan lisan memerlukan nama saksi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hypothesis",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("because__isnull", False), ("condition__isnull", False), ("expectation__isnull", False)
                ),
                name="plans_hypothesis_complete",
                violation_error_message="Lengkapi jika, maka, dan karena.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="plans_goal_number_once"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("plan", "thread"), name="plans_goal_thread_once"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("far_below__isnull", False),
                    ("below__isnull", False),
                    ("expected__isnull", False),
                    ("above__isnull", False),
                    ("far_above__isnull", False),
                ),
                name="plans_goal_has_five_levels",
                violation_error_message="Kelima tingkat perlu ditulis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("client_view__in", ["agrees", "wants_other"]), ("client_words__isnull", False)),
                name="plans_goal_has_client_view",
                violation_error_message="Tulis pandangan klien tentang tujuan ini, dengan kata-katanya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(condition=models.Q(("weight__range", (1, 5))), name="plans_goal_weight"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("baseline__in", [-1, -2])), name="plans_goal_baseline"
            ),
        ),
        migrations.AddConstraint(
            model_name="alternative",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__isnull", False), ("title__isnull", False)),
                name="plans_alternative_has_reason",
                violation_error_message="Tulis alasan jalan ini dipilih atau tidak dipilih.",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["case", "-held_on"], name="plans_review_of_case"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("client_absent__isnull", False), ("client_judgement", ""), ("client_words__isnull", True)
                    ),
                    models.Q(
                        ("client_absent__isnull", True),
                        ("client_words__isnull", False),
                        models.Q(("client_judgement", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="plans_review_has_client_voice",
                violation_error_message="Tulis penilaian klien, atau mengapa klien belum bisa ditanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(("worker_words__isnull", False)), name="plans_review_has_worker_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewlevel",
            constraint=models.UniqueConstraint(fields=("review", "goal"), name="plans_review_level_once"),
        ),
        migrations.AddConstraint(
            model_name="reviewlevel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by_client__isnull", True), ("by_client__in", (-2, -1, 0, 1, 2)), _connector="OR"),
                    models.Q(("by_worker__isnull", True), ("by_worker__in", (-2, -1, 0, 1, 2)), _connector="OR"),
                ),
                name="plans_review_level_range",
                violation_error_message="Pilih tingkat −2 sampai +2.",
            ),
        ),
    ]
