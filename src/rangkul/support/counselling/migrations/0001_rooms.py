"""Rooms, seats and messages; summaries, blocks, drafts; desks, prepared answers and what an agency promises."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0014_what_is_late_without_a_case"),
        ("intake", "0009_say_supervisor"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Room",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("letter", "Seperti surat"), ("live", "Mengobrol langsung")], max_length=6
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu petugas"),
                            ("open", "Berlangsung"),
                            ("ended", "Berakhir"),
                            ("erased", "Percakapan dihapus"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("red", models.BooleanField(default=False)),
                ("began_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("answer_due", models.DateTimeField(blank=True, null=True)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Selesai untuk kali ini"),
                            ("client", "Klien yang mengakhiri"),
                            ("no_word", "Klien tidak kembali"),
                            ("elsewhere", "Dilanjutkan dengan cara lain"),
                            ("abuse", "Disalahgunakan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("noted", models.BooleanField(default=False)),
                ("in_file", models.BooleanField(default=False)),
                ("erase_at", models.DateTimeField(blank=True, null=True)),
                ("consent_version", models.CharField(max_length=12)),
                ("called_name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("place", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("nearby", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "safe",
                    models.CharField(
                        choices=[("yes", "Aman"), ("no", "Tidak aman"), ("unknown", "Belum diketahui")],
                        default="unknown",
                        max_length=7,
                    ),
                ),
                ("code_word", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("hushed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "against",
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
                    "agency",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.agency"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="cases.case",
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
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms_owned",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rooms", to="intake.request"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.unit"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
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
                    "staff",
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
                    "room",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="counselling.room",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("counsellor", "Yang mendampingi"),
                            ("colleague", "Rekan"),
                            ("supervisor", "Supervisor"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=60)),
                ("joined_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                ("delivered_to", models.PositiveIntegerField(default=0)),
                ("read_to", models.PositiveIntegerField(default=0)),
                (
                    "room",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to="counselling.room",
                    ),
                ),
                (
                    "staff",
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
            name="Message",
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
                ("number", models.IntegerField()),
                ("client_id", models.UUIDField(blank=True, null=True)),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken", "%(who)s mulai mendampingi Anda"),
                            ("joined", "%(who)s ikut dalam percakapan ini"),
                            ("handed_over", "%(who)s melanjutkan percakapan ini"),
                            ("left", "%(who)s keluar dari percakapan"),
                            ("hushed", "Ruang ditutup dengan kata rahasia"),
                            ("returned", "Klien kembali ke ruang"),
                            ("ended", "Percakapan diakhiri"),
                            ("withdrawn", "Satu pesan ditarik"),
                        ],
                        max_length=11,
                    ),
                ),
                ("body", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withdrawals",
                        to="counselling.message",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="counselling.room",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="counselling.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Summary",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("minutes", models.PositiveSmallIntegerField()),
                ("next_on", models.DateField(blank=True, null=True)),
                ("next_done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "activity",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.activity",
                    ),
                ),
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
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.request"
                    ),
                ),
                (
                    "room",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="summary", to="counselling.room"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Terms",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("keep_days", models.PositiveSmallIntegerField(default=30)),
                ("letter_hours", models.PositiveSmallIntegerField(default=24)),
                (
                    "agency",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("until", models.DateTimeField()),
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
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
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
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.request"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason__isnull", False)),
                        name="counselling_block_with_reason",
                        violation_error_message="Tulis alasannya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at__isnull", True), ("lifted_by__isnull", True)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="counselling_block_lifted_paired",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Desk",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "most",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                ("away_until", models.DateTimeField(blank=True, null=True)),
                ("away_words", models.CharField(blank=True, max_length=300)),
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
                    "staff",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("most__gte", 1), ("most__lte", 10)),
                        name="counselling_desk_most",
                        violation_error_message="Antara 1 dan 10 percakapan sekaligus.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Prepared",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("shortcut", models.SlugField(max_length=20)),
                ("text", models.CharField(max_length=2000)),
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
                    "staff",
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
            options={
                "indexes": [models.Index(fields=["agency", "shortcut"], name="counselling_prepared_list")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "staff", "shortcut"),
                        name="counselling_prepared_once",
                        nulls_distinct=False,
                        violation_error_message="Singkatan ini sudah dipakai.",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="room",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["unit", "began_at"], name="counselling_room_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="room",
            index=models.Index(fields=["owner", "-began_at"], name="counselling_room_owned"),
        ),
        migrations.AddIndex(
            model_name="room",
            index=models.Index(
                condition=models.Q(("answer_due__isnull", False)), fields=["answer_due"], name="counselling_room_clock"
            ),
        ),
        migrations.AddIndex(
            model_name="room",
            index=models.Index(
                condition=models.Q(("noted", False), ("state", "ended")),
                fields=["ended_at"],
                name="counselling_room_unnoted",
            ),
        ),
        migrations.AddIndex(
            model_name="room",
            index=models.Index(
                condition=models.Q(("erase_at__isnull", False)), fields=["erase_at"], name="counselling_room_erase"
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["waiting", "open"])),
                fields=("request",),
                name="counselling_room_one_of_request",
                violation_error_message="Percakapan dari tiket ini sudah dibuka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "open"), _negated=True), ("taken_at__isnull", False), _connector="OR"
                ),
                name="counselling_room_taken_when_open",
                violation_error_message="Percakapan yang berlangsung punya pendamping.",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["waiting", "open"]), ("ended_at__isnull", True), ("ending", "")),
                    models.Q(
                        models.Q(("state__in", ["waiting", "open"]), _negated=True),
                        ("answer_due__isnull", True),
                        ("ended_at__isnull", False),
                        models.Q(("ending", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="counselling_room_ended_paired",
                violation_error_message="Percakapan yang berakhir punya waktu dan cara berakhir.",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erase_at__isnull", True), models.Q(("in_file", False), ("state", "ended")), _connector="OR"
                ),
                name="counselling_room_erased_by_plan",
                violation_error_message="Hanya percakapan yang berakhir dan tidak disimpan yang dihapus.",
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("against__isnull", True), models.Q(("against", models.F("owner")), _negated=True), _connector="OR"
                ),
                name="counselling_room_not_owned_by_accused",
                violation_error_message="Orang yang diadukan tidak boleh memegang percakapan ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                fields=("room", "staff", "lane"), name="counselling_draft_once", nulls_distinct=False
            ),
        ),
        migrations.AddIndex(
            model_name="seat",
            index=models.Index(fields=["room", "joined_at"], name="counselling_seat_of_room"),
        ),
        migrations.AddIndex(
            model_name="seat",
            index=models.Index(
                condition=models.Q(("left_at__isnull", True)), fields=["staff"], name="counselling_seat_taken"
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at__isnull", True), ("staff__isnull", False)),
                fields=("room", "staff"),
                name="counselling_seat_once",
                violation_error_message="Orang ini sudah ada di ruang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "client")), fields=("room",), name="counselling_seat_one_client"
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "client"), ("staff__isnull", True)),
                    models.Q(models.Q(("role", "client"), _negated=True), ("staff__isnull", False)),
                    _connector="OR",
                ),
                name="counselling_seat_client_without_account",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("line", "withdrawn")), fields=["about"], name="counselling_message_about"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="counselling_message_counts_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(fields=("room", "lane", "number"), name="counselling_message_in_order"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("client_id__isnull", False)),
                fields=("seat", "client_id"),
                name="counselling_message_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body__isnull", False), ("line", "")),
                    models.Q(models.Q(("line", ""), _negated=True), ("body__isnull", True)),
                    _connector="OR",
                ),
                name="counselling_message_words_or_line",
                violation_error_message="Tulis dulu pesannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about__isnull", False), ("line", "withdrawn")),
                    models.Q(models.Q(("line", "withdrawn"), _negated=True), ("about__isnull", True)),
                    _connector="OR",
                ),
                name="counselling_message_withdrawn_names_one",
            ),
        ),
        migrations.AddIndex(
            model_name="summary",
            index=models.Index(
                condition=models.Q(("next_done_at__isnull", True), ("next_on__isnull", False)),
                fields=["next_on"],
                name="counselling_summary_next",
            ),
        ),
        migrations.AddConstraint(
            model_name="summary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("activity__isnull", True), ("text__isnull", False)),
                    models.Q(("activity__isnull", False), ("text__isnull", True)),
                    _connector="OR",
                ),
                name="counselling_summary_words_or_activity",
            ),
        ),
        migrations.AddConstraint(
            model_name="terms",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("keep_days__gte", 1), ("keep_days__lte", 365), ("letter_hours__gte", 1), ("letter_hours__lte", 168)
                ),
                name="counselling_terms_within_reason",
                violation_error_message="Simpan 1–365 hari, jawab dalam 1–168 jam.",
            ),
        ),
    ]
