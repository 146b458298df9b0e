"""Safety plans, children in a matter, requests to platforms, claims: seen with their case by staff alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
OF_SAFETYPLAN = through("cases_case", "protection_safetyplan.case_id")
OF_CHILD = through("cases_case", "protection_child.case_id")
OF_TAKEDOWN = through("cases_case", "protection_takedown.case_id")
OF_CLAIM = through("cases_case", "protection_claim.case_id")


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        ("protection", "0003_chats"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Child",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("called", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("victim", "Anak korban"),
                            ("witness", "Anak saksi"),
                            ("law", "Anak yang berhadapan dengan hukum"),
                            ("involved", "Anak yang ikut terlibat"),
                        ],
                        max_length=8,
                    ),
                ),
                ("needs", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("companion", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="children_in_matter", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("called__isnull", False), ("needs__isnull", False)),
                        name="protection_child_has_needs",
                        violation_error_message="Tulis sebutan anak dan apa yang ia butuhkan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("where", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("seen_on", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("unchecked", "Belum ditelusuri"),
                            ("backed", "Ada yang mendukung"),
                            ("opposed", "Ada yang membantah"),
                            ("unclear", "Ditelusuri, tetap tidak jelas"),
                        ],
                        default="unchecked",
                        max_length=9,
                    ),
                ),
                ("because", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "looked_by",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("because__isnull", True), ("looked_by__isnull", True), ("standing", "unchecked")),
                            models.Q(
                                models.Q(("standing", "unchecked"), _negated=True),
                                ("because__isnull", False),
                                ("looked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protection_claim_looked_into_says_why",
                        violation_error_message="Tulis atas dasar apa.",
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
                (
                    "situation",
                    models.CharField(
                        choices=[("stay", "Tetap tinggal"), ("leave", "Pergi"), ("media", "Paparan media")],
                        max_length=5,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("answers", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("together", models.BooleanField()),
                ("alone_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "given",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("paper", "Di kertas, diserahkan langsung"),
                            ("read", "Dibacakan dan diingat, tanpa kertas"),
                        ],
                        max_length=6,
                    ),
                ),
                ("given_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="safety_plans",
                        to="cases.case",
                    ),
                ),
                (
                    "given_by",
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
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "situation", "version"),
                        name="protection_safetyplan_version_once",
                        violation_error_message="Versi rencana ini sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("together", True), ("alone_because__isnull", False), _connector="OR"),
                        name="protection_safetyplan_together_or_says_why",
                        violation_error_message="Rencana dibuat bersama; bila belum, tulis sebabnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given", ""), ("given_at__isnull", True), ("given_by__isnull", True)),
                            models.Q(
                                models.Q(("given", ""), _negated=True),
                                ("given_at__isnull", False),
                                ("given_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protection_safetyplan_given_by_somebody",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Takedown",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("platform", models.CharField(max_length=60)),
                ("what", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("link", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reference", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("asked_at", models.DateTimeField()),
                ("next_look", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Menunggu jawaban"), ("removed", "Sudah dihapus"), ("refused", "Ditolak")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("answer", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
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
                    "asked_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="takedowns", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_look__isnull", False), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("next_look__isnull", True)),
                            _connector="OR",
                        ),
                        name="protection_takedown_open_is_looked_at",
                        violation_error_message="Selama belum dijawab, ada hari untuk melihatnya lagi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer__isnull", True), ("answered_at__isnull", True), ("answered_by__isnull", True)
                            ),
                            models.Q(
                                ("answer__isnull", False),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protection_takedown_answered_by_somebody",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                ],
            },
        ),
        protect("protection_safetyplan", see=f"{STAFF_OR_JOB} AND {OF_SAFETYPLAN}", add=f"{STAFF} AND {OF_SAFETYPLAN}"),
        protect("protection_child", see=f"{STAFF_OR_JOB} AND {OF_CHILD}", add=f"{STAFF} AND {OF_CHILD}"),
        protect("protection_takedown", see=f"{STAFF_OR_JOB} AND {OF_TAKEDOWN}", add=f"{STAFF} AND {OF_TAKEDOWN}"),
        protect("protection_claim", see=f"{STAFF_OR_JOB} AND {OF_CLAIM}", add=f"{STAFF} AND {OF_CLAIM}"),
        keep_versions("protection_safetyplan", "protection_child", "protection_takedown", "protection_claim"),
    ]
