"""A register of breaches with the clock of UU 27/2022 Pasal 46. Everybody who works here may report one."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MYSELF = "(SELECT ask_staff())"
SEE = (
    f"{JOB} OR ({STAFF} AND {MY_AGENCY} AND ((SELECT ask_role('pdp', 'auditor', 'pimpinan'))"
    f" OR {MYSELF} IN (reported_by_id, owner_id, raised_to_id)))"
)
ADD = f"{STAFF} AND {MY_AGENCY} AND reported_by_id = {MYSELF}"
CHANGE = f"{JOB} OR ({STAFF} AND {MY_AGENCY} AND ((SELECT ask_role('pdp')) OR owner_id = {MYSELF}))"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_staff_trained_for_violence"),
        ("trust", "0007_rights_of_persons"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Breach",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("noticed_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("due_at", models.DateTimeField()),
                ("what", models.CharField(max_length=2000)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("child", "Data anak"),
                                ("health", "Kesehatan"),
                                ("finance", "Keuangan"),
                                ("crime", "Catatan kejahatan atau kekerasan"),
                                ("biometric", "Sidik jari, wajah, atau genetik"),
                                ("identity", "Nama, NIK, alamat, telepon"),
                                ("narrative", "Cerita dan catatan kasus"),
                                ("account", "Akun atau kata sandi petugas"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("persons", models.PositiveIntegerField(blank=True, null=True)),
                ("handling", models.CharField(blank=True, max_length=2000)),
                ("persons_told_at", models.DateTimeField(blank=True, null=True)),
                ("authority_told_at", models.DateTimeField(blank=True, null=True)),
                ("not_told_because", models.CharField(blank=True, max_length=1000)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("raised_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
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
                    "raised_to",
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
                    "reported_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["agency", "due_at"], name="trust_breach_of_agency")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            models.Q(("authority_told_at__isnull", False), ("persons_told_at__isnull", False)),
                            models.Q(("not_told_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trust_breach_told_before_closed",
                        violation_error_message="Sebelum ditutup: beri tahu orangnya dan lembaga, atau tulis mengapa tidak.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("raised_at__isnull", True), ("raised_to__isnull", True)),
                            models.Q(("raised_at__isnull", False), ("raised_to__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_breach_raised_paired",
                    ),
                ],
            },
        ),
        protect(
            "trust_breach",
            see=SEE,
            add=ADD,
            change=CHANGE,
            columns="handling, persons, persons_told_at, authority_told_at, not_told_because, closed_at, raised_to_id,"
            " raised_at",
        ),
        keep_versions("trust_breach"),
    ]
