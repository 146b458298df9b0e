"""Who wishes it hears that something came; nobody of the staff ever sees where."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import protect

JOB = "(SELECT ask_kind()) = 'job'"
MINE = "((SELECT ask_kind()) = 'ticket' AND request_id = (SELECT ask_ticket()))"


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("counselling", "0009_who_sees_times"),
        ("intake", "0011_let_reports_come_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsWish",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[("mail", "Surel"), ("push", "Pemberitahuan di perangkat ini")], max_length=4
                    ),
                ),
                ("reach_at", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("due_at", models.DateTimeField(blank=True, null=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="news_wishes",
                        to="intake.request",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("due_at__isnull", False)),
                        fields=["due_at"],
                        name="counselling_newswish_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "way"),
                        name="counselling_newswish_one_way_once",
                        violation_error_message="Pemberitahuan ini sudah dinyalakan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reach_at__isnull", False)), name="counselling_newswish_reaches_somewhere"
                    ),
                ],
            },
        ),
        protect(
            "counselling_newswish",
            see=f"{JOB} OR {MINE}",
            add=MINE,
            change=JOB,
            columns="due_at, told_at, tries",
            delete=True,
        ),
    ]
