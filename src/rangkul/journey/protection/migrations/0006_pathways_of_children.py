"""Each child walks a pathway, may have several parts, can be corrected and ended."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import also_see, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
OF_CHILD = through("protection_child", "protection_childstep.child_id")

# Who sees a child reads what was noted of them before.
HISTORY = f"""{STAFF} AND "table" = 'protection_child' AND {through("protection_child", "row_id")}"""


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0016_readings_of_every_registration"),
        ("protection", "0005_give_a_plan_by_ticket"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("step", models.CharField(max_length=24)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("todo", "Belum"),
                            ("doing", "Berjalan"),
                            ("done", "Selesai"),
                            ("skipped", "Tidak perlu"),
                        ],
                        default="todo",
                        max_length=8,
                    ),
                ),
                ("due", models.DateField(blank=True, null=True)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("changed_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="child",
            name="also",
            field=django.contrib.postgres.fields.ArrayField(
                db_default=[],
                base_field=models.CharField(
                    choices=[
                        ("victim", "Anak korban"),
                        ("witness", "Anak saksi"),
                        ("law", "Anak yang berkonflik dengan hukum"),
                        ("involved", "Anak yang ikut terlibat"),
                    ],
                    max_length=8,
                ),
                blank=True,
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="child",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="child",
            name="ended_because",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AddField(
            model_name="child",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="child",
            name="role",
            field=models.CharField(
                choices=[
                    ("victim", "Anak korban"),
                    ("witness", "Anak saksi"),
                    ("law", "Anak yang berkonflik dengan hukum"),
                    ("involved", "Anak yang ikut terlibat"),
                ],
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_because__isnull", True), ("ended_by__isnull", True)),
                    models.Q(
                        ("ended_at__isnull", False), ("ended_because__isnull", False), ("ended_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="protection_child_ended_by_somebody",
                violation_error_message="Kapan, oleh siapa, dan mengapa dicatat bersama.",
            ),
        ),
        migrations.AddField(
            model_name="childstep",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="childstep",
            name="case",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="childstep",
            name="child",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="protection.child"
            ),
        ),
        migrations.AddField(
            model_name="childstep",
            name="key",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
        ),
        migrations.AddField(
            model_name="childstep",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="childstep",
            constraint=models.UniqueConstraint(
                fields=("child", "step"),
                name="protection_childstep_once",
                violation_error_message="Langkah ini sudah dicatat untuk anak ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="childstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due__isnull", False), ("owner__isnull", False), ("state", "doing")),
                    models.Q(models.Q(("state", "doing"), _negated=True), ("due__isnull", True)),
                    _connector="OR",
                ),
                name="protection_childstep_runs_with_owner_and_day",
                violation_error_message="Langkah yang berjalan punya penanggung jawab dan hari.",
            ),
        ),
        migrations.AddConstraint(
            model_name="childstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["done", "skipped"]), _negated=True),
                    ("words__isnull", False),
                    _connector="OR",
                ),
                name="protection_childstep_ends_with_words",
                violation_error_message="Tulis apa hasilnya, atau mengapa tidak perlu.",
            ),
        ),
        protect("protection_childstep", see=f"{STAFF_OR_JOB} AND {OF_CHILD}", add=f"{STAFF} AND {OF_CHILD}"),
        keep_versions("protection_childstep"),
        also_see("base_version", "child", HISTORY),
    ]
