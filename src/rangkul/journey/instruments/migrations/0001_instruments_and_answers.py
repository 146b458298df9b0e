"""Instruments with their versions, what was answered, what a worker makes of it, what somebody is typing."""

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
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        ("people", "0003_labels_of_the_account"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("key", models.CharField(max_length=60)),
                (
                    "pack",
                    models.CharField(
                        choices=[("core", "Inti"), ("conditional", "Paket bersyarat"), ("own", "Milik lembaga")],
                        default="own",
                        max_length=12,
                    ),
                ),
                ("name_id", models.CharField(max_length=160)),
                ("name_en", models.CharField(blank=True, max_length=160)),
                ("purpose_id", models.CharField(blank=True, max_length=400)),
                ("purpose_en", models.CharField(blank=True, max_length=400)),
                ("active", models.BooleanField(default=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="people.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="InstrumentVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.CharField(max_length=40)),
                ("xform", models.TextField()),
                ("source", models.BinaryField()),
                ("source_name", models.CharField(max_length=120)),
                ("rules", models.JSONField(blank=True, null=True)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None),
                ),
                ("licence", models.CharField(max_length=1000)),
                ("checksum", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="instruments.instrument",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnswerDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("answer", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("saved_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"),
                ),
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
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="instruments.instrumentversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Administration",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("language", models.CharField(max_length=12)),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("self", "Diisi sendiri di layar ini"),
                            ("interview", "Dibacakan petugas"),
                            ("paper", "Disalin dari kertas"),
                            ("ticket", "Diisi sendiri lewat tiket"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "answered_by",
                    models.CharField(
                        choices=[
                            ("client", "Orangnya sendiri"),
                            ("caregiver", "Orang tua, wali, atau pengasuh"),
                            ("other", "Orang lain yang mengenalnya"),
                            ("worker", "Petugas, dari pengamatan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_by_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("answered_on", models.DateField()),
                ("instance", models.CharField(max_length=80, unique=True)),
                ("answer", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("scored", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("shared_at", models.DateTimeField(blank=True, null=True)),
                ("wrong_at", models.DateTimeField(blank=True, null=True)),
                ("wrong_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="administrations", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "retest",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.task",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "wrong_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="instruments.instrumentversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("band", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "administration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="instruments.administration",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PackChoice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "pack",
                    models.CharField(
                        choices=[("core", "Inti"), ("conditional", "Paket bersyarat"), ("own", "Milik lembaga")],
                        max_length=12,
                    ),
                ),
                ("on", models.BooleanField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.UniqueConstraint(
                fields=("agency", "key"),
                name="instruments_instrument_key_once",
                nulls_distinct=False,
                violation_error_message="Formulir dengan nama kunci ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", False), ("pack", "own")),
                    models.Q(models.Q(("pack", "own"), _negated=True), ("agency__isnull", True)),
                    _connector="OR",
                ),
                name="instruments_instrument_own_has_agency",
            ),
        ),
        migrations.AddIndex(
            model_name="instrumentversion",
            index=models.Index(fields=["instrument", "-published_at"], name="instruments_version_newest"),
        ),
        migrations.AddConstraint(
            model_name="instrumentversion",
            constraint=models.UniqueConstraint(
                fields=("instrument", "number"),
                name="instruments_version_number_once",
                violation_error_message="Nomor versi ini sudah dipakai. Beri nomor baru di lembar settings.",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerdraft",
            constraint=models.UniqueConstraint(fields=("case", "version", "staff"), name="instruments_draft_once"),
        ),
        migrations.AddIndex(
            model_name="administration",
            index=models.Index(fields=["case", "-answered_on", "-made_at"], name="instruments_filled_of_case"),
        ),
        migrations.AddConstraint(
            model_name="administration",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__isnull", False)), name="instruments_filled_has_answer"
            ),
        ),
        migrations.AddConstraint(
            model_name="administration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mode", "ticket"), ("recorded_by__isnull", True)),
                    models.Q(models.Q(("mode", "ticket"), _negated=True), ("recorded_by__isnull", False)),
                    _connector="OR",
                ),
                name="instruments_filled_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="administration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shared_at__isnull", True), ("shared_by__isnull", True)),
                    models.Q(("shared_at__isnull", False), ("shared_by__isnull", False)),
                    _connector="OR",
                ),
                name="instruments_filled_shared_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="administration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("wrong_at__isnull", True), ("wrong_because__isnull", True), ("wrong_by__isnull", True)),
                    models.Q(
                        ("wrong_at__isnull", False), ("wrong_because__isnull", False), ("wrong_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="instruments_filled_wrong_says_why",
                violation_error_message="Tulis mengapa pengisian ini salah.",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__isnull", False)),
                name="instruments_judgement_says_why",
                violation_error_message="Tulis alasan penilaian Anda.",
            ),
        ),
        migrations.AddIndex(
            model_name="packchoice",
            index=models.Index(fields=["agency", "pack", "-made_at"], name="instruments_pack_newest"),
        ),
        migrations.AddConstraint(
            model_name="packchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("pack", "conditional")), name="instruments_pack_is_optional"
            ),
        ),
    ]
