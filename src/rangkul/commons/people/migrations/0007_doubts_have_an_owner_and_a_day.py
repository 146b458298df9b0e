"""A doubt whether two registrations are one person has a named owner and a day, until a person answers it. Who sees it
stands in `trust`, as for every table of people."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids

OPEN = models.Q(answered_at__isnull=True)


def kept(to: str, **more) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to, **more
    )


class Migration(migrations.Migration):
    dependencies = [("people", "0006_students_stand_apart")]

    operations = [
        migrations.CreateModel(
            name="Doubt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("why", models.CharField(max_length=500)),
                ("due_at", models.DateTimeField()),
                ("needs", models.CharField(blank=True, max_length=500)),
                ("put_off", models.PositiveSmallIntegerField(default=0)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("same", "Orang yang sama, digabung"), ("different", "Bukan orang yang sama")],
                        max_length=9,
                    ),
                ),
                ("answer_why", models.CharField(blank=True, max_length=500)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("agency", kept("people.agency")),
                ("answered_by", kept(settings.AUTH_USER_MODEL, blank=True, null=True)),
                ("asked_by", kept(settings.AUTH_USER_MODEL)),
                ("owner", kept(settings.AUTH_USER_MODEL)),
                (
                    "one",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(condition=OPEN, fields=["owner", "due_at"], name="people_doubt_open")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=OPEN,
                        fields=("one", "other"),
                        name="people_doubt_once",
                        violation_error_message="Keraguan ini sudah dicatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(one__lt=models.F("other")),
                        name="people_doubt_pair_in_order",
                        violation_error_message="Pilih dua orang.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                        | (models.Q(answered_at__isnull=False, answered_by__isnull=False) & ~models.Q(answer="")),
                        name="people_doubt_answered_paired",
                        violation_error_message="Siapa, kapan, dan jawabannya dicatat bersama.",
                    ),
                ],
            },
        ),
    ]
