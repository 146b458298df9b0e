"""In a group too nothing typed is lost, a file goes with a message, and who leads sees how far each has read."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("counselling", "0014_show_the_print_of_who_was_called_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="read_to",
            field=models.IntegerField(db_default=0, default=0),
        ),
        migrations.AlterField(
            model_name="enclosure",
            name="message",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="enclosure",
                to="counselling.message",
            ),
        ),
        migrations.AddField(
            model_name="enclosure",
            name="said",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="enclosure",
                to="counselling.groupmessage",
            ),
        ),
        migrations.AddConstraint(
            model_name="enclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("message__isnull", False), ("said__isnull", True)),
                    models.Q(("message__isnull", True), ("said__isnull", False)),
                    _connector="OR",
                ),
                name="counselling_enclosure_of_one_message",
            ),
        ),
        migrations.CreateModel(
            name="GroupDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "lane",
                    models.CharField(
                        choices=[("room", "Di ruang"), ("aside", "Di samping, tanpa klien")],
                        default="room",
                        max_length=5,
                    ),
                ),
                ("body", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("changed_at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="counselling.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="counselling.groupseat",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "seat", "lane"), name="counselling_groupdraft_once")
                ],
            },
        ),
    ]
