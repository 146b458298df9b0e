"""Requests, who asks, drafts, decisions, rulings, escalations."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0001_ground"),
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Knock",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("subject", models.BinaryField(max_length=32)),
                ("began_at", models.DateTimeField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("subject", "began_at"), name="intake_knock_window")],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("ticket", models.CharField(max_length=8, unique=True)),
                ("pin_generation", models.PositiveSmallIntegerField(default=1)),
                (
                    "client_kind",
                    models.CharField(
                        choices=[
                            ("person", "Perorangan"),
                            ("household", "Rumah tangga"),
                            ("group", "Kelompok"),
                            ("community", "Komunitas"),
                        ],
                        default="person",
                        max_length=10,
                    ),
                ),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("web", "Situs"),
                            ("phone", "Telepon"),
                            ("walk_in", "Datang sendiri"),
                            ("letter", "Surat"),
                            ("outreach", "Penjangkauan"),
                            ("partner", "Lembaga mitra"),
                        ],
                        default="web",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Menunggu keputusan"),
                            ("info_asked", "Menunggu jawaban pemohon"),
                            ("waitlisted", "Daftar tunggu"),
                            ("referred", "Dirujuk, menunggu kepastian"),
                            ("accepted", "Diterima"),
                            ("handed_over", "Sudah ditangani lembaga lain"),
                            ("declined", "Ditolak"),
                            ("withdrawn", "Dibatalkan pemohon"),
                        ],
                        default="new",
                        max_length=12,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("merah", "Merah"),
                            ("oranye", "Oranye"),
                            ("kuning", "Kuning"),
                            ("hijau", "Hijau"),
                            ("biru", "Biru"),
                        ],
                        max_length=6,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("escalate_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "safe_now",
                    models.CharField(
                        choices=[("yes", "Aman"), ("no", "Tidak aman"), ("unknown", "Belum diketahui")],
                        default="unknown",
                        max_length=7,
                    ),
                ),
                (
                    "for_whom",
                    models.CharField(
                        choices=[
                            ("self", "Diri sendiri"),
                            ("child", "Anak"),
                            ("family", "Anggota keluarga"),
                            ("other", "Orang lain"),
                            ("group", "Sekelompok orang atau warga"),
                            ("unknown", "Belum diketahui"),
                        ],
                        default="unknown",
                        max_length=7,
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                (
                    "ages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("violence_hours", models.PositiveIntegerField(blank=True, null=True)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("place", models.CharField(blank=True, max_length=250)),
                (
                    "wants_sex",
                    models.CharField(
                        blank=True,
                        choices=[("P", "Perempuan"), ("L", "Laki-laki"), ("", "Belum diketahui")],
                        max_length=1,
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=20)),
                ("gist", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("narrative", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "entered_by",
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
                        related_name="requests_owned",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="people.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.unit"),
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
                ("from_asker", models.BooleanField()),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("sent_at", models.DateTimeField(default=rangkul.base.clock.now)),
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
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LevelChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "before",
                    models.CharField(
                        choices=[
                            ("merah", "Merah"),
                            ("oranye", "Oranye"),
                            ("kuning", "Kuning"),
                            ("hijau", "Hijau"),
                            ("biru", "Biru"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("merah", "Merah"),
                            ("oranye", "Oranye"),
                            ("kuning", "Kuning"),
                            ("hijau", "Hijau"),
                            ("biru", "Biru"),
                        ],
                        max_length=6,
                    ),
                ),
                ("lowers", models.BooleanField()),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="level_changes", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("step", models.PositiveSmallIntegerField()),
                ("told_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                (
                    "acknowledged_by",
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
                    "told",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="escalations", to="intake.request"
                    ),
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
                ("secret", models.BinaryField(max_length=32, unique=True)),
                ("resume", models.BinaryField(max_length=32, null=True, unique=True)),
                ("answers", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="intake.request",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "Diterima"),
                            ("referred", "Dirujuk"),
                            ("handed_over", "Lembaga lain memastikan menangani"),
                            ("declined", "Ditolak"),
                            ("waitlisted", "Masuk daftar tunggu"),
                            ("info_asked", "Diminta informasi"),
                            ("reopened", "Dibuka lagi"),
                            ("withdrawn", "Dibatalkan pemohon"),
                        ],
                        max_length=12,
                    ),
                ),
                ("before", models.CharField(max_length=12)),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outside_service", "Di luar layanan yang bisa kami berikan"),
                            ("outside_area", "Di luar wilayah layanan kami"),
                            ("helped_elsewhere", "Sudah dibantu pihak lain"),
                            ("not_reached", "Tidak dapat dihubungi dengan cara yang aman"),
                            ("same_as_another", "Sama dengan permintaan lain"),
                            ("not_a_request", "Bukan permintaan bantuan"),
                            ("other", "Alasan lain"),
                        ],
                        max_length=20,
                    ),
                ),
                ("partner", models.CharField(blank=True, max_length=160)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("again_at", models.DateTimeField(blank=True, null=True)),
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
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("called_name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("about_name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("relation", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("P", "Perempuan"), ("L", "Laki-laki"), ("", "Belum diketahui")],
                        max_length=1,
                    ),
                ),
                ("place_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("phone", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("phone_blind", models.BinaryField(max_length=32, null=True)),
                (
                    "phone_owner",
                    models.CharField(
                        choices=[
                            ("self", "Miliknya sendiri"),
                            ("family", "Milik keluarga"),
                            ("neighbour", "Milik tetangga atau teman"),
                            ("work", "Tempat kerja atau sekolah"),
                            ("unknown", "Belum tahu milik siapa"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("email", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("call", "Telepon"),
                                ("sms", "SMS"),
                                ("whatsapp", "WhatsApp"),
                                ("email", "Surel"),
                                ("visit", "Bertemu langsung"),
                                ("ticket", "Lewat tiket di situs ini saja"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("from_time", models.TimeField(blank=True, null=True)),
                ("to_time", models.TimeField(blank=True, null=True)),
                ("code_word", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("never_leave_message", models.BooleanField(default=True)),
                ("note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "key",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="base.datakey"),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contact", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RequestKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("unit_id", models.UUIDField()),
                ("key", models.BinaryField(max_length=16)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Ruling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("rule", models.CharField(max_length=20)),
                ("version", models.PositiveSmallIntegerField()),
                ("decided", models.JSONField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rulings", to="intake.request"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("state__in", ["new", "info_asked", "waitlisted", "referred"])),
                fields=["unit", "due_at", "id"],
                name="intake_request_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["unit", "state", "due_at", "id"], name="intake_request_by_state"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("state__in", ["new", "info_asked", "waitlisted", "referred"])),
                fields=["owner", "due_at", "id"],
                name="intake_request_owned",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("escalate_at__isnull", False)), fields=["escalate_at"], name="intake_request_clock"
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["new", "info_asked", "waitlisted", "referred"]), ("closed_at__isnull", True)
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("escalate_at__isnull", True),
                        ("state__in", ["accepted", "handed_over", "declined", "withdrawn"]),
                    ),
                    _connector="OR",
                ),
                name="intake_request_closed_paired",
                violation_error_message="Permintaan yang selesai punya waktu selesai dan tidak punya tenggat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("against__isnull", True), models.Q(("against", models.F("owner")), _negated=True), _connector="OR"
                ),
                name="intake_request_not_owned_by_accused",
                violation_error_message="Orang yang diadukan tidak boleh memegang permintaan ini.",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["request", "sent_at"], name="intake_message_thread"),
        ),
        migrations.AddConstraint(
            model_name="levelchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lowers", False), models.Q(("by__isnull", False), ("reason__isnull", False)), _connector="OR"
                ),
                name="intake_levelchange_lowered_by_a_person",
                violation_error_message="Hanya seseorang, dengan alasan, yang boleh menurunkan tingkat.",
            ),
        ),
        migrations.AddIndex(
            model_name="escalation",
            index=models.Index(
                condition=models.Q(("acknowledged_at__isnull", True)),
                fields=["told", "told_at"],
                name="intake_escalation_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("request", "due_at", "step"), name="intake_escalation_step_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("acknowledged_at__isnull", True), ("acknowledged_by__isnull", True)),
                    models.Q(("acknowledged_at__isnull", False), ("acknowledged_by__isnull", False)),
                    _connector="OR",
                ),
                name="intake_escalation_acknowledged_paired",
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "declined"), _negated=True),
                    models.Q(("decline_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="intake_decision_declined_with_reason",
                violation_error_message="Penolakan memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("by__isnull", False), ("outcome", "withdrawn"), _connector="OR"),
                name="intake_decision_by_a_person",
                violation_error_message="Keputusan selalu diambil oleh seseorang.",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("phone_blind__isnull", False)), fields=["phone_blind"], name="intake_contact_phone"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("from_time__isnull", True), ("to_time__isnull", True)),
                    models.Q(("from_time__isnull", False), ("to_time__isnull", False)),
                    _connector="OR",
                ),
                name="intake_contact_hours_paired",
                violation_error_message="Isi jam mulai dan jam selesai, atau kosongkan keduanya.",
            ),
        ),
        migrations.AddIndex(
            model_name="requestkey",
            index=models.Index(fields=["key", "unit_id", "request"], name="intake_requestkey_find"),
        ),
        migrations.AddIndex(
            model_name="ruling",
            index=models.Index(fields=["rule", "id"], name="intake_ruling_replay"),
        ),
    ]
