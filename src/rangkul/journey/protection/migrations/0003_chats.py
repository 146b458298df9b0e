"""Chats that were brought: seen with their case by staff; a job unfolds them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
OF_CHAT = through("cases_case", "protection_chat.case_id")
OF_CHATSHEET = through("cases_case", "protection_chatsheet.case_id")
OF_CHATMARK = through("cases_case", "protection_chatmark.case_id")


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        ("protection", "0002_evidence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Chat",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("purpose", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asking", "Urutan tanggal perlu dipastikan"),
                            ("waiting", "Sedang dibaca"),
                            ("ready", "Siap dibaca"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[("dmy", "hari/bulan/tahun"), ("mdy", "bulan/hari/tahun"), ("ymd", "tahun/bulan/hari")],
                        max_length=3,
                    ),
                ),
                ("messages", models.PositiveIntegerField(default=0)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chats", to="cases.case"
                    ),
                ),
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chat", to="protection.evidence"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChatMark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("place", models.PositiveIntegerField()),
                ("why", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "chat",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="protection.chat",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChatSheet",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("first", models.PositiveIntegerField()),
                ("body", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("days", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "chat",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheets",
                        to="protection.chat",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="chat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("messages", 0), ("order", ""), ("state", "asking")),
                    models.Q(models.Q(("state", "asking"), _negated=True), models.Q(("order", ""), _negated=True)),
                    _connector="OR",
                ),
                name="protection_chat_read_in_an_order",
                violation_error_message="Urutan tanggalnya perlu dipastikan lebih dulu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="chatmark",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("chat", "place"),
                name="protection_chatmark_once",
                violation_error_message="Pesan ini sudah ditandai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="chatmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                    _connector="OR",
                ),
                name="protection_chatmark_lifted_by_somebody",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="chatsheet",
            constraint=models.UniqueConstraint(
                fields=("chat", "first"),
                name="protection_chatsheet_once",
                violation_error_message="Percakapan ini sudah dibaca.",
            ),
        ),
        protect("protection_chat", see=f"{STAFF_OR_JOB} AND {OF_CHAT}"),
        protect("protection_chatsheet", see=f"{STAFF_OR_JOB} AND {OF_CHATSHEET}", keep=True),
        protect("protection_chatmark", see=f"{STAFF_OR_JOB} AND {OF_CHATMARK}", add=f"{STAFF} AND {OF_CHATMARK}"),
        keep_versions("protection_chat", "protection_chatmark"),
    ]
