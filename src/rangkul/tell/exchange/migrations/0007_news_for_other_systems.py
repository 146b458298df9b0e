"""Addresses of other systems are kept by the admins of an agency; what was told to them is seen by nobody else."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
ADMIN = f"({STAFF} AND agency_id = (SELECT ask_agency()) AND (SELECT ask_role('admin')))"


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0006_agreed_before_anything_goes"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=80)),
                ("address", models.CharField(max_length=300)),
                ("kinds", models.CharField(max_length=120)),
                ("generation", models.PositiveSmallIntegerField(default=1)),
                ("read_to", models.BigIntegerField()),
                ("since", models.DateTimeField(default=rangkul.base.clock.now)),
                ("failing_since", models.DateTimeField(blank=True, null=True)),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("event", models.BigIntegerField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("request.received", "Permintaan masuk"),
                            ("request.decided", "Permintaan diputuskan"),
                            ("referral.changed", "Keadaan rujukan berubah"),
                            ("case.stage_changed", "Tahap kasus berubah"),
                            ("trial", "Percobaan"),
                        ],
                        max_length=18,
                    ),
                ),
                ("what", models.CharField(max_length=60)),
                ("about", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Belum sampai"),
                            ("delivered", "Sampai"),
                            ("failed", "Tidak bisa disampaikan"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_answer", "Alamat itu tidak menjawab"),
                            ("private", "Alamat itu mengarah ke jaringan dalam"),
                            ("refused", "Alamat itu menjawab bukan 2xx"),
                            ("off", "Kabar ke alamat itu dimatikan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                    "webhook",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tellings",
                        to="exchange.webhook",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="exchange_webhook_revoked_by_somebody",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(("address__startswith", "https://")),
                name="exchange_webhook_by_https",
                violation_error_message="Alamatnya harus diawali https://.",
            ),
        ),
        migrations.AddIndex(
            model_name="telling",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["next_try_at"], name="exchange_tell_next"
            ),
        ),
        migrations.AddIndex(
            model_name="telling",
            index=models.Index(fields=["webhook", "-made_at"], name="exchange_told"),
        ),
        migrations.AddConstraint(
            model_name="telling",
            constraint=models.UniqueConstraint(fields=("webhook", "event"), name="exchange_told_once"),
        ),
        migrations.AddConstraint(
            model_name="telling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("state", "waiting")),
                    models.Q(models.Q(("state", "waiting"), _negated=True), ("settled_at__isnull", False)),
                    _connector="OR",
                ),
                name="exchange_telling_settled",
                violation_error_message="Yang selesai punya waktunya.",
            ),
        ),
        protect("exchange_webhook", see=f"{JOB} OR {ADMIN}", add=ADMIN, change=f"{JOB} OR {ADMIN}"),
        protect("exchange_telling", see=f"{JOB} OR {ADMIN}"),
        keep_versions("exchange_webhook"),
    ]
