"""A message may carry a picture, a PDF or a voice; whoever reads the message opens it."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import APP, protect, through

MESSAGE = through("counselling_message", "counselling_enclosure.message_id")
# As with the words: one job alone removes them, and what it may remove is decided by its verb.
REMOVE = f"""
GRANT DELETE ON counselling_enclosure TO {APP};
CREATE POLICY counselling_enclosure_remove ON counselling_enclosure FOR DELETE TO {APP}
  USING ((SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'counselling.erase');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("counselling", "0006_who_holds_a_key"),
    ]

    operations = [
        migrations.CreateModel(
            name="Enclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("media_type", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "message",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="enclosure", to="counselling.message"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0), ("size__lte", 15728640)),
                        name="counselling_enclosure_size",
                        violation_error_message="Berkas paling besar 15 MB.",
                    )
                ],
            },
        ),
        protect("counselling_enclosure", see=MESSAGE, keep=True),
        migrations.RunSQL(REMOVE, "DROP POLICY counselling_enclosure_remove ON counselling_enclosure"),
    ]
