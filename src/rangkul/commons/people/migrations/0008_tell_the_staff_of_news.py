"""A worker who wishes it is told that something waits for them; nobody else ever sees where."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import protect

JOB = "(SELECT ask_kind()) = 'job'"
MINE = "((SELECT ask_kind()) = 'staff' AND staff_id = (SELECT ask_staff()))"


def kept(to: str) -> models.ForeignKey:
    return models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to)


def ids() -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None)


class Migration(migrations.Migration):
    dependencies = [("base", "0003_forget_old_answers"), ("people", "0007_doubts_have_an_owner_and_a_day")]

    operations = [
        migrations.CreateModel(
            name="StaffNews",
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
                ("lost_at", models.DateTimeField(blank=True, null=True)),
                ("to_tell", ids()),
                ("told_of", ids()),
                ("key", kept("base.datakey")),
                ("staff", kept(settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("staff", "way"),
                        name="people_staffnews_one_way_once",
                        violation_error_message="Pemberitahuan ini sudah dinyalakan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lost_at__isnull", True), ("reach_at__isnull", False))
                        | models.Q(("due_at__isnull", True), ("lost_at__isnull", False), ("reach_at__isnull", True)),
                        name="people_staffnews_reaches_somewhere",
                    ),
                ],
            },
        ),
        protect(
            "people_staffnews",
            see=f"{JOB} OR {MINE}",
            add=MINE,
            change=JOB,
            columns="reach_at, due_at, told_at, tries, lost_at, to_tell, told_of",
            delete=True,
        ),
    ]
