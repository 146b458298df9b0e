"""Forms handed in to be checked, the pictures of a version, and an agency's own cut-offs."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids


class Migration(migrations.Migration):
    dependencies = [
        ("instruments", "0004_who_sees_offers"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CutOff",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("band", models.CharField(max_length=60)),
                ("at", models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True)),
                ("reason", models.CharField(max_length=1000)),
                ("source", models.CharField(max_length=400)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="instruments.instrument"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agency", "instrument", "-made_at"], name="instruments_cutoff_newest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), models.Q(("source", ""), _negated=True)
                        ),
                        name="instruments_cutoff_says_why",
                        violation_error_message="Tulis alasan dan sumber batas ini.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormPicture",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=150)),
                ("media_type", models.CharField(max_length=20)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="instruments.instrumentversion",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("version", "name"), name="instruments_picture_once"),
                    models.CheckConstraint(
                        condition=models.Q(("media_type__in", ("image/png", "image/jpeg"))),
                        name="instruments_picture_is_drawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormUpload",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=150)),
                ("licence", models.CharField(max_length=1000)),
                ("language", models.CharField(max_length=12)),
                ("parcel", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Sedang diperiksa"),
                            ("faulty", "Perlu diperbaiki"),
                            ("sound", "Lolos pemeriksaan"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("faults", models.JSONField(default=list)),
                ("notices", models.JSONField(default=list)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="instruments.instrumentversion",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "-made_at"], name="instruments_upload_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at__isnull", True), ("state", "waiting"), ("version__isnull", True)),
                            models.Q(("checked_at__isnull", False), ("state", "faulty"), ("version__isnull", True)),
                            models.Q(("checked_at__isnull", False), ("state", "sound"), ("version__isnull", False)),
                            _connector="OR",
                        ),
                        name="instruments_upload_checked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("licence", ""), _negated=True),
                        name="instruments_upload_says_licence",
                        violation_error_message="Tulis dari mana formulir ini dan atas izin siapa dipakai.",
                    ),
                ],
            },
        ),
    ]
