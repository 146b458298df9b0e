"""Letters that the server cannot read: which rooms, in which format, and the wrapped keys."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        ("counselling", "0004_who_hears_a_call"),
        ("intake", "0011_let_reports_come_in"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RoomKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("wrapped", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("changed_at", models.DateTimeField(default=rangkul.base.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Transcript",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="WorkerKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("public", models.CharField(max_length=88)),
                ("wrapped", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("changed_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="draft",
            name="cipher",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="message",
            name="cipher",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="room",
            name="end_to_end",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="terms",
            name="seal_letters",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cipher", 0),
                    models.Q(("client_id__isnull", False), ("lane", "room"), ("line", "")),
                    _connector="OR",
                ),
                name="counselling_message_sealed_has_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(("end_to_end", False), ("kind", "letter"), _connector="OR"),
                name="counselling_room_only_letters_sealed",
                violation_error_message="Hanya percakapan seperti surat yang bisa dikunci.",
            ),
        ),
        migrations.AddField(
            model_name="roomkey",
            name="by",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="counselling.seat"
            ),
        ),
        migrations.AddField(
            model_name="roomkey",
            name="key",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
            ),
        ),
        migrations.AddField(
            model_name="roomkey",
            name="room",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="wrapped_keys",
                to="counselling.room",
            ),
        ),
        migrations.AddField(
            model_name="transcript",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="transcript",
            name="key",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
            ),
        ),
        migrations.AddField(
            model_name="transcript",
            name="room",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="transcript", to="counselling.room"
            ),
        ),
        migrations.AddField(
            model_name="workerkey",
            name="agency",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
            ),
        ),
        migrations.AddField(
            model_name="workerkey",
            name="key",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
            ),
        ),
        migrations.AddField(
            model_name="workerkey",
            name="staff",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="roomkey",
            name="worker_key",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="counselling.workerkey",
            ),
        ),
        migrations.AddConstraint(
            model_name="transcript",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__isnull", False)), name="counselling_transcript_words"
            ),
        ),
        migrations.AddIndex(
            model_name="workerkey",
            index=models.Index(
                condition=models.Q(("retired_at__isnull", True)), fields=["agency"], name="counselling_workerkey_agency"
            ),
        ),
        migrations.AddConstraint(
            model_name="workerkey",
            constraint=models.UniqueConstraint(
                condition=models.Q(("retired_at__isnull", True)),
                fields=("staff",),
                name="counselling_workerkey_one",
                violation_error_message="Anda sudah punya kunci surat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="workerkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("wrapped__isnull", False)), name="counselling_workerkey_whole"
            ),
        ),
        migrations.AddConstraint(
            model_name="roomkey",
            constraint=models.UniqueConstraint(
                fields=("room", "worker_key"), name="counselling_roomkey_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="roomkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("wrapped__isnull", False)), name="counselling_roomkey_whole"
            ),
        ),
    ]
