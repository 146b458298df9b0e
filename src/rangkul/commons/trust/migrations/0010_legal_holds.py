"""A duty to keep, as a row: set and ended by the data officer, asked by the erasing job."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect

JOB = "(SELECT ask_kind()) = 'job'"
MINE = "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency())"
PDP = "(SELECT ask_role('pdp'))"


class Migration(migrations.Migration):
    dependencies = [
        ("trust", "0009_files_called_by_name_in_an_emergency"),
        ("people", "0002_staff_trained_for_violence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("reason", models.CharField(max_length=300)),
                ("until", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
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
                    "ended_by",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_index=False,
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
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_hold_ended_paired",
                    )
                ],
            },
        ),
        protect(
            "trust_legalhold",
            see=f"({MINE} AND (SELECT ask_role('pdp', 'auditor'))) OR {JOB}",
            add=f"{MINE} AND {PDP} AND set_by_id = (SELECT ask_staff()) AND file_in_my_agency('person', person_id)",
            change=f"{MINE} AND {PDP}",
            columns="ended_at, ended_by_id",
        ),
        keep_versions("trust_legalhold"),
    ]
