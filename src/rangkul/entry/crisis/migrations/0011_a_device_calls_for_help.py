"""A bell or a gauge may call for help: devices, and what rang. A device of a client rests on their consent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect

JOB = "(SELECT ask_kind()) = 'job'"
OFFICE = "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency())"


class Migration(migrations.Migration):
    dependencies = [
        ("crisis", "0010_write_from_accounts_of_the_office"),
        ("people", "0001_people"),
        ("trust", "0020_agree_to_a_device"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AlertInput",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bell", "Bel atau tombol panggil"),
                            ("flood", "Pengukur air sungai atau banjir"),
                            ("smoke", "Pendeteksi asap atau gas"),
                            ("door", "Alarm pintu darurat"),
                            ("other", "Alat lain yang memanggil"),
                        ],
                        max_length=6,
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("place", models.CharField(max_length=120)),
                ("purpose", models.CharField(max_length=200)),
                ("minutes", models.PositiveSmallIntegerField(default=15)),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                ("about_client", models.BooleanField(default=False)),
                ("tested_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
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
                    "consent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trust.consent",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
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
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("due_at", models.DateTimeField()),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("helped", "Ada yang perlu ditolong, sudah ditangani"),
                            ("called", "Bantuan darurat dipanggil"),
                            ("false", "Tidak ada apa-apa"),
                            ("broken", "Alatnya rusak"),
                        ],
                        max_length=7,
                    ),
                ),
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
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_by",
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
                    "taken_by",
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
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
                (
                    "input",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alerts",
                        to="crisis.alertinput",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="alertinput",
            index=models.Index(fields=["agency", "revoked_at"], name="crisis_alertinput_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="alertinput",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gte", 5), ("minutes__lte", 60)),
                name="crisis_alertinput_clock",
                violation_error_message="Pilih 5 sampai 60 menit.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alertinput",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="crisis_alertinput_revoked_paired",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alertinput",
            constraint=models.CheckConstraint(
                condition=models.Q(("consent__isnull", True), ("about_client", True), _connector="OR"),
                name="crisis_alertinput_consent_where_needed",
                violation_error_message="Persetujuan hanya untuk alat di dekat seorang klien.",
            ),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(
                condition=models.Q(("settled_at__isnull", True), ("taken_at__isnull", True)),
                fields=["due_at"],
                name="crisis_alert_clock",
            ),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(
                condition=models.Q(("settled_at__isnull", True)), fields=["unit"], name="crisis_alert_open"
            ),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(fields=["input", "-made_at"], name="crisis_alert_of_input"),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(
                condition=models.Q(("settled_at__isnull", True)),
                fields=("input",),
                name="crisis_alert_one_open",
                violation_error_message="Alat ini sudah berbunyi dan belum diselesaikan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_at__isnull", True), ("taken_by__isnull", True)),
                    models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                    _connector="OR",
                ),
                name="crisis_alert_taken_paired",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("settled_at__isnull", True), ("settled_by__isnull", True)),
                    models.Q(
                        ("settled_at__isnull", False),
                        ("settled_by__isnull", False),
                        ("taken_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="crisis_alert_settled_by_somebody",
                violation_error_message="Seseorang mengambilnya dulu, lalu mencatat hasilnya.",
            ),
        ),
        protect(
            "crisis_alertinput",
            see=f"{JOB} OR ({OFFICE})",
            add=f"{OFFICE} AND (SELECT ask_role('admin'))",
            change=f"{JOB} OR ({OFFICE})",
            columns="digest, consent_id, tested_at, revoked_at, revoked_by_id",
        ),
        protect(
            "crisis_alert",
            see=f"{JOB} OR ({OFFICE})",
            add=JOB,
            change=f"{JOB} OR ({OFFICE})",
            columns="owner_id, taken_at, taken_by_id, settled_at, settled_by_id, outcome",
        ),
        keep_versions("crisis_alertinput", "crisis_alert"),
    ]
