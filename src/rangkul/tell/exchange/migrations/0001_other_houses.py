"""Other houses that run Rangkul: their keys, an outbox, what was taken in, and referrals that came from them."""

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
        ("intake", "0011_let_reports_come_in"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("generation", models.PositiveSmallIntegerField(unique=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("generation__gte", 2)), name="exchange_housekey_after_the_first"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Peer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=160)),
                ("address", models.CharField(max_length=200)),
                ("public", models.BinaryField(max_length=64)),
                (
                    "kid",
                    models.CharField(
                        error_messages={"unique": "Server dengan kunci ini sudah dicatat."}, max_length=32, unique=True
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("active", models.BooleanField(default=True)),
                ("our_generation", models.PositiveSmallIntegerField(default=1)),
                ("heard_at", models.DateTimeField(blank=True, null=True)),
                ("silent_since", models.DateTimeField(blank=True, null=True)),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_answer", "Server tujuan tidak menjawab"),
                            ("broken", "Server tujuan sedang bermasalah"),
                            ("unknown_sender", "Server tujuan belum mengenal kunci server ini"),
                            ("closed", "Server tujuan menghentikan hubungan"),
                            ("wrong_addressee", "Kunci server tujuan sudah berganti"),
                            ("too_many", "Server tujuan meminta menunggu"),
                            ("no_proof", "Jawabannya tidak bertanda tangan yang benar"),
                            ("refused", "Server tujuan menolak pesan ini"),
                            ("too_late", "Waktunya habis sebelum sampai"),
                            ("erased", "Isinya sudah dihapus di sini"),
                        ],
                        max_length=16,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "confirmed_by",
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
            name="Outgoing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("referral_id", models.UUIDField(unique=True)),
                ("said_n", models.PositiveIntegerField(default=0)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "peer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.peer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                ("thread", models.UUIDField()),
                ("n", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Rujukan"),
                            ("answer", "Jawaban atas pertanyaan"),
                            ("extended", "Hari terakhir diperpanjang"),
                            ("ended", "Rujukan berakhir"),
                            ("withdrawn", "Rujukan ditarik"),
                            ("seen", "Dibaca"),
                            ("accepted", "Diterima"),
                            ("begun", "Mulai dilayani"),
                            ("completed", "Hasil"),
                            ("declined", "Ditolak"),
                            ("question", "Pertanyaan"),
                            ("stopped", "Pemakaian data dihentikan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("body", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Belum sampai"),
                            ("delivered", "Sampai"),
                            ("dropped", "Tidak dikirim lagi"),
                            ("failed", "Tidak bisa disampaikan"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_answer", "Server tujuan tidak menjawab"),
                            ("broken", "Server tujuan sedang bermasalah"),
                            ("unknown_sender", "Server tujuan belum mengenal kunci server ini"),
                            ("closed", "Server tujuan menghentikan hubungan"),
                            ("wrong_addressee", "Kunci server tujuan sudah berganti"),
                            ("too_many", "Server tujuan meminta menunggu"),
                            ("no_proof", "Jawabannya tidak bertanda tangan yang benar"),
                            ("refused", "Server tujuan menolak pesan ini"),
                            ("too_late", "Waktunya habis sebelum sampai"),
                            ("erased", "Isinya sudah dihapus di sini"),
                        ],
                        max_length=16,
                    ),
                ),
                ("expires_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("receipt", models.BinaryField(blank=True, max_length=2000, null=True)),
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
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "peer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.peer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Incoming",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("thread", models.UUIDField()),
                ("content", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("sender", models.CharField(max_length=160)),
                ("answer_by", models.DateTimeField()),
                ("valid_to", models.DateTimeField()),
                ("said_n", models.PositiveIntegerField(default=0)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("begun_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referral", "Rujukan"),
                            ("answer", "Jawaban atas pertanyaan"),
                            ("extended", "Hari terakhir diperpanjang"),
                            ("ended", "Rujukan berakhir"),
                            ("withdrawn", "Rujukan ditarik"),
                            ("seen", "Dibaca"),
                            ("accepted", "Diterima"),
                            ("begun", "Mulai dilayani"),
                            ("completed", "Hasil"),
                            ("declined", "Ditolak"),
                            ("question", "Pertanyaan"),
                            ("stopped", "Pemakaian data dihentikan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("stop_due_at", models.DateTimeField(blank=True, null=True)),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
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
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.request"
                    ),
                ),
                (
                    "peer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.peer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Heard",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("message_id", models.UUIDField()),
                ("thread", models.UUIDField()),
                ("n", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Rujukan"),
                            ("answer", "Jawaban atas pertanyaan"),
                            ("extended", "Hari terakhir diperpanjang"),
                            ("ended", "Rujukan berakhir"),
                            ("withdrawn", "Rujukan ditarik"),
                            ("seen", "Dibaca"),
                            ("accepted", "Diterima"),
                            ("begun", "Mulai dilayani"),
                            ("completed", "Hasil"),
                            ("declined", "Ditolak"),
                            ("question", "Pertanyaan"),
                            ("stopped", "Pemakaian data dihentikan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("done", "Dicatat"),
                            ("none", "Dicatat, tanpa perubahan"),
                            ("erased", "Isinya sudah dihapus"),
                        ],
                        max_length=6,
                    ),
                ),
                ("receipt", models.BinaryField(max_length=2000)),
                (
                    "peer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.peer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reach",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("organization_id", models.UUIDField()),
                ("name", models.CharField(max_length=160)),
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
                    "peer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reaches", to="exchange.peer"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Said",
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
                        choices=[
                            ("referral", "Rujukan"),
                            ("answer", "Jawaban atas pertanyaan"),
                            ("extended", "Hari terakhir diperpanjang"),
                            ("ended", "Rujukan berakhir"),
                            ("withdrawn", "Rujukan ditarik"),
                            ("seen", "Dibaca"),
                            ("accepted", "Diterima"),
                            ("begun", "Mulai dilayani"),
                            ("completed", "Hasil"),
                            ("declined", "Ditolak"),
                            ("question", "Pertanyaan"),
                            ("stopped", "Pemakaian data dihentikan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "by",
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
                    "incoming",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="said", to="exchange.incoming"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="peer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("confirmed_by__isnull", True)),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="exchange_peer_confirmed_by_somebody",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fault", ""), ("silent_since__isnull", True)),
                    models.Q(("silent_since__isnull", False), models.Q(("fault", ""), _negated=True)),
                    _connector="OR",
                ),
                name="exchange_peer_silent_says_why",
                violation_error_message="Yang tidak sampai punya sebabnya.",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["peer", "thread", "n"], name="exchange_waits"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(fields=("thread", "n"), name="exchange_message_in_order"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "delivered"), _negated=True), ("receipt__isnull", False), _connector="OR"
                ),
                name="exchange_message_delivered_is_proved",
                violation_error_message="Yang sampai punya bukti terima.",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at__isnull", True), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        ("body__isnull", True),
                        ("settled_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="exchange_message_words_leave",
                violation_error_message="Isi pesan tidak disimpan sesudah pesannya selesai.",
            ),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(fields=["agency", "-made_at"], name="exchange_in_of_agency"),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["valid_to"], name="exchange_in_ends"
            ),
        ),
        migrations.AddConstraint(
            model_name="incoming",
            constraint=models.UniqueConstraint(fields=("peer", "thread"), name="exchange_incoming_once"),
        ),
        migrations.AddConstraint(
            model_name="incoming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_at__isnull", True)),
                    models.Q(("ended_at__isnull", False), models.Q(("ended_as", ""), _negated=True)),
                    _connector="OR",
                ),
                name="exchange_incoming_ended_says_how",
                violation_error_message="Rujukan yang berakhir punya sebabnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="incoming",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at__isnull", True), ("content__isnull", True), _connector="OR"),
                name="exchange_incoming_ended_is_empty",
                violation_error_message="Isi rujukan yang berakhir tidak disimpan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="heard",
            constraint=models.UniqueConstraint(fields=("peer", "message_id"), name="exchange_heard_once"),
        ),
        migrations.AddConstraint(
            model_name="heard",
            constraint=models.UniqueConstraint(fields=("peer", "thread", "n"), name="exchange_heard_in_order"),
        ),
        migrations.AddConstraint(
            model_name="reach",
            constraint=models.UniqueConstraint(
                fields=("agency", "organization_id"),
                name="exchange_reach_one_way",
                violation_error_message="Lembaga ini sudah dicapai lewat server lain.",
            ),
        ),
    ]
