"""Contracts of supervision, sessions with what was decided there, a log for oneself, readiness, what is late."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        ("people", "0003_labels_of_the_account"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Rancangan"),
                            ("in_force", "Berlaku"),
                            ("replaced", "Diganti versi baru"),
                            ("ended", "Berakhir"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("purpose", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("administrative", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("educative", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("supportive", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("confidentiality", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reported_up", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("every_weeks", models.PositiveSmallIntegerField(default=4)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Bertemu di kantor"),
                            ("place", "Bertemu di tempat lain"),
                            ("video", "Panggilan video"),
                            ("call", "Telepon"),
                        ],
                        default="office",
                        max_length=6,
                    ),
                ),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("two", "Kami berdua saja"),
                            ("head", "Kami berdua, dan pimpinan lembaga setelah ditandatangani"),
                        ],
                        default="two",
                        max_length=4,
                    ),
                ),
                ("supervisor_signed_at", models.DateTimeField(blank=True, null=True)),
                ("worker_signed_at", models.DateTimeField(blank=True, null=True)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("why_ended", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Overdue",
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
                            ("follow_up", "Tindak lanjut supervisi belum selesai"),
                            ("record", "Sesi supervisi belum dicatat atau belum ditandatangani"),
                            ("rhythm", "Belum ada sesi supervisi dalam irama yang disepakati"),
                        ],
                        max_length=9,
                    ),
                ),
                ("matter", models.UUIDField()),
                ("due_at", models.DateTimeField()),
                ("step", models.PositiveSmallIntegerField()),
                ("told_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(blank=True, null=True)),
                ("decided", models.JSONField(blank=True, null=True)),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
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
                    "contract",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overdue",
                        to="workforce.contract",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
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
            ],
        ),
        migrations.CreateModel(
            name="Readiness",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("ready_for", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("ready", "Siap"),
                            ("with_support", "Siap bila didampingi"),
                            ("not_yet", "Belum, menurut ukuran ini"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "defined_by",
                    models.CharField(
                        choices=[
                            ("agency", "Lembaga"),
                            ("profession", "Standar profesi"),
                            ("supervisor", "Supervisor sendiri"),
                            ("together", "Dirumuskan berdua"),
                        ],
                        max_length=10,
                    ),
                ),
                ("criteria", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reply", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("two", "Kami berdua saja"),
                            ("head", "Kami berdua, dan pimpinan lembaga setelah ditandatangani"),
                        ],
                        default="two",
                        max_length=4,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("held", "Menunggu tanda tangan"),
                            ("signed", "Ditandatangani berdua"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Bertemu di kantor"),
                            ("place", "Bertemu di tempat lain"),
                            ("video", "Panggilan video"),
                            ("call", "Telepon"),
                        ],
                        default="office",
                        max_length=6,
                    ),
                ),
                ("place", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveSmallIntegerField(default=0)),
                ("administrative", models.PositiveSmallIntegerField(default=0)),
                ("educative", models.PositiveSmallIntegerField(default=0)),
                ("supportive", models.PositiveSmallIntegerField(default=0)),
                ("summary", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("next_at", models.DateTimeField(blank=True, null=True)),
                ("why_no_next", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("supervisor_signed_at", models.DateTimeField(blank=True, null=True)),
                ("worker_signed_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("why_cancelled", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "cancelled_by",
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
                    "contract",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="workforce.contract",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "personal_key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonalNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "supervisor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="personal_notes",
                        to="workforce.session",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("due", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Belum selesai"), ("done", "Selesai"), ("dropped", "Tidak dilanjutkan")],
                        default="open",
                        max_length=7,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="follow_ups", to="workforce.session"
                    ),
                ),
            ],
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
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("rationale", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.note",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="workforce.session"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="workforce.session"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("red", "Risiko merah"),
                            ("unsigned", "Menunggu tanda tangan"),
                            ("sent_back", "Dikembalikan"),
                            ("late", "Lewat batas waktu"),
                            ("stuck", "Lama tidak bergerak"),
                            ("quality", "Mutu belum lengkap"),
                            ("carried", "Dari sesi sebelumnya"),
                            ("own", "Pokok sendiri"),
                        ],
                        max_length=9,
                    ),
                ),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Belum dibahas"),
                            ("discussed", "Dibahas"),
                            ("carried", "Dibawa ke sesi berikutnya"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("said", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="workforce.session"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["supervisor", "state"], name="workforce_of_supervisor"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["worker", "state"], name="workforce_of_worker"),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                fields=("supervisor", "worker", "version"), name="workforce_contract_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_force")),
                fields=("supervisor", "worker"),
                name="workforce_contract_one_in_force",
                violation_error_message="Sudah ada kontrak supervisi yang berlaku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")),
                fields=("supervisor", "worker"),
                name="workforce_contract_one_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("supervisor", models.F("worker")), _negated=True),
                name="workforce_contract_of_two",
                violation_error_message="Tidak ada yang menyupervisi diri sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "draft"), ("valid_from__isnull", True)),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        ("supervisor_signed_at__isnull", False),
                        ("valid_from__isnull", False),
                        ("worker_signed_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="workforce_contract_signed_by_both",
                violation_error_message="Kontrak supervisi berlaku sesudah keduanya menandatangani.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("every_weeks__gte", 1), ("every_weeks__lte", 26)),
                name="workforce_contract_rhythm",
                violation_error_message="Irama sesi antara 1 dan 26 minggu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_from__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="workforce_contract_ends_after_start",
                violation_error_message="Tanggal berakhir tidak boleh sebelum mulai berlaku.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False), ("state", "ended")),
                    models.Q(
                        models.Q(("state", "ended"), _negated=True),
                        ("ended_at__isnull", True),
                        ("ended_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="workforce_contract_ended_paired",
            ),
        ),
        migrations.AddIndex(
            model_name="overdue",
            index=models.Index(
                condition=models.Q(("acknowledged_at__isnull", True), ("settled_at__isnull", True)),
                fields=["told", "told_at"],
                name="workforce_overdue_open",
            ),
        ),
        migrations.AddIndex(
            model_name="overdue",
            index=models.Index(
                condition=models.Q(("next_at__isnull", False)), fields=["next_at"], name="workforce_overdue_clock"
            ),
        ),
        migrations.AddConstraint(
            model_name="overdue",
            constraint=models.UniqueConstraint(fields=("matter", "due_at", "step"), name="workforce_overdue_step_once"),
        ),
        migrations.AddConstraint(
            model_name="overdue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("acknowledged_at__isnull", True), ("acknowledged_by__isnull", True)),
                    models.Q(("acknowledged_at__isnull", False), ("acknowledged_by__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_overdue_acknowledged_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="overdue",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled_at__isnull", True), ("next_at__isnull", True), _connector="OR"),
                name="workforce_overdue_settled_rests",
            ),
        ),
        migrations.AddConstraint(
            model_name="readiness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("criteria__isnull", False), ("ready_for__isnull", False), ("reason__isnull", False)
                ),
                name="workforce_readiness_never_bare",
                violation_error_message="Tulis untuk apa, ukurannya, dan alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="readiness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("replied_at__isnull", True), ("reply__isnull", True)),
                    models.Q(("replied_at__isnull", False), ("reply__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_readiness_reply_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="readiness",
            constraint=models.CheckConstraint(
                condition=models.Q(("supervisor", models.F("worker")), _negated=True), name="workforce_readiness_of_two"
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["supervisor", "worker", "-at"], name="workforce_session_of_two"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["worker", "-at"], name="workforce_session_of_worker"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("state__in", ["planned", "held"])), fields=["at"], name="workforce_session_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "planned")),
                fields=("supervisor", "worker"),
                name="workforce_session_one_planned",
                violation_error_message="Sesi berikutnya sudah direncanakan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_at__isnull", True), ("state__in", ["planned", "cancelled"])),
                    models.Q(("held_at__isnull", False), ("state__in", ["held", "signed"]), ("summary__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_session_recorded_whole",
                violation_error_message="Sesi yang tercatat punya waktu dan notulen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "cancelled"]),
                    ("administrative__gte", 1),
                    ("educative__gte", 1),
                    ("supportive__gte", 1),
                    _connector="OR",
                ),
                name="workforce_session_has_a_function",
                violation_error_message="Isi menit paling sedikit untuk satu fungsi supervisi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("administrative__lte", 480), ("educative__lte", 480), ("supportive__lte", 480)),
                name="workforce_session_minutes",
                violation_error_message="Paling lama delapan jam untuk satu fungsi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "cancelled"]),
                    models.Q(("next_at__isnull", False), ("why_no_next__isnull", True)),
                    models.Q(("next_at__isnull", True), ("why_no_next__isnull", False)),
                    _connector="OR",
                ),
                name="workforce_session_next_or_why",
                violation_error_message="Tetapkan sesi berikutnya, atau tulis mengapa belum bisa.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "signed"),
                        ("supervisor_signed_at__isnull", False),
                        ("worker_signed_at__isnull", False),
                    ),
                    models.Q(
                        ("state", "held"),
                        models.Q(
                            ("supervisor_signed_at__isnull", True), ("worker_signed_at__isnull", True), _connector="OR"
                        ),
                    ),
                    models.Q(
                        ("state__in", ["planned", "cancelled"]),
                        ("supervisor_signed_at__isnull", True),
                        ("worker_signed_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="workforce_session_signed_by_both",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False), ("state", "cancelled")),
                    models.Q(
                        models.Q(("state", "cancelled"), _negated=True),
                        ("cancelled_at__isnull", True),
                        ("cancelled_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="workforce_session_cancelled_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("supervisor", models.F("worker")), _negated=True), name="workforce_session_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="personalnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("by", models.F("supervisor")), ("by", models.F("worker")), _connector="OR"),
                name="workforce_personalnote_by_one_of_them",
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(condition=models.Q(("state", "open")), fields=["due"], name="workforce_followup_open"),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["owner", "due"], name="workforce_followup_of_owner"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="workforce_followup_ended_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("rationale__isnull", False), ("text__isnull", False)),
                name="workforce_decision_reasoned",
                violation_error_message="Tulis keputusannya dan alasannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("note__isnull", True), ("case__isnull", False), _connector="OR"),
                name="workforce_decision_told_of_a_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("case__isnull", False), models.Q(("source", "own"), _negated=True)),
                fields=("session", "case"),
                name="workforce_agendaitem_case_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("source", "own"), _negated=True), ("by__isnull", False), _connector="OR"),
                name="workforce_agendaitem_own_has_owner",
            ),
        ),
    ]
