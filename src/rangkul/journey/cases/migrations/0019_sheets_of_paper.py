"""Forms that were printed for a case; who sees the case sees its sheets, and the code alone opens nothing."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.journey.cases.models.sheet
from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"


def to(model: str, **more) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model, **more
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_template_of_a_programme"), ("people", "0001_people")]

    operations = [
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "code",
                    models.CharField(
                        default=rangkul.journey.cases.models.sheet.new_sheet_code, max_length=8, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("contact", "Lembar kontak"), ("contract", "Lembar kontrak")], max_length=8
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("filed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheets",
                        to="cases.case",
                    ),
                ),
                ("document", to("cases.document", blank=True, null=True)),
                ("filed_by", to("people.staff", blank=True, null=True)),
                ("printed_by", to("people.staff")),
            ],
            options={
                "indexes": [models.Index(fields=["case", "-made_at"], name="cases_sheet_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(filed_at__isnull=True, filed_by__isnull=True, document__isnull=True)
                        | models.Q(filed_at__isnull=False, filed_by__isnull=False, document__isnull=False),
                        name="cases_sheet_filed_paired",
                        violation_error_message="Lembar yang kembali punya berkas, waktu, dan pemasuknya.",
                    )
                ],
            },
        ),
        protect(
            "cases_sheet",
            see=f"({STAFF} OR {JOB}) AND {through('cases_case', 'cases_sheet.case_id')}",
            columns="document_id, filed_at, filed_by_id",
        ),
        keep_versions("cases_sheet"),
    ]
