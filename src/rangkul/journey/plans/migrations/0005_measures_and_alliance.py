"""What is counted again and again, in phases, and how the client finds the working together."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        ("plans", "0004_hypotheses_keep_their_strand"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AllianceRating",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("given_on", models.DateField()),
                (
                    "given_by",
                    models.CharField(
                        choices=[("portal", "lewat tiket klien"), ("device", "di perangkat petugas")], max_length=6
                    ),
                ),
                ("heard", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("together", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("useful", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("safe", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="alliance", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AllianceWords",
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
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "rating",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="said", to="plans.alliancerating"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("series", models.CharField(blank=True, max_length=120)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("unit", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "direction",
                    models.CharField(
                        choices=[("lower", "Makin kecil makin baik"), ("higher", "Makin besar makin baik")],
                        max_length=6,
                    ),
                ),
                ("least", models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                ("most", models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                (
                    "counted_by",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("family", "Keluarga atau orang terdekat"),
                            ("worker", "Pekerja sosial"),
                            ("school", "Sekolah atau tempat kerja"),
                            ("partner", "Layanan lain"),
                        ],
                        max_length=8,
                    ),
                ),
                ("how", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("setting", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("thread", models.UUIDField(blank=True, null=True)),
                ("strand", models.UUIDField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeasurePhase",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "letter",
                    models.CharField(
                        choices=[
                            ("A", "A: sebelum, atau tanpa, yang direncanakan"),
                            ("B", "B: selama yang direncanakan dijalankan"),
                        ],
                        max_length=1,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("taken_back", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="plans.measurephase",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="phases", to="plans.measure"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeasurePoint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=10)),
                ("note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("recalled", models.BooleanField(default=False)),
                ("taken_back", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="plans.measurepoint",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="plans.measure"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="alliancerating",
            index=models.Index(fields=["case", "-given_on"], name="plans_alliance_of_case"),
        ),
        migrations.AddConstraint(
            model_name="alliancerating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("heard__isnull", True), ("heard__range", (0, 10)), _connector="OR"),
                    models.Q(("together__isnull", True), ("together__range", (0, 10)), _connector="OR"),
                    models.Q(("useful__isnull", True), ("useful__range", (0, 10)), _connector="OR"),
                    models.Q(("safe__isnull", True), ("safe__range", (0, 10)), _connector="OR"),
                ),
                name="plans_alliance_in_range",
                violation_error_message="Pilih angka 0 sampai 10.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alliancerating",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("heard__isnull", False)),
                    models.Q(("together__isnull", False)),
                    models.Q(("useful__isnull", False)),
                    models.Q(("safe__isnull", False)),
                    _connector="OR",
                ),
                name="plans_alliance_says_something",
                violation_error_message="Jawab paling sedikit satu pertanyaan.",
            ),
        ),
        migrations.AddIndex(
            model_name="measure",
            index=models.Index(fields=["case", "ended_on"], name="plans_measure_of_case"),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name__isnull", False), ("unit__isnull", False)),
                    models.Q(("series", ""), _negated=True),
                    _connector="OR",
                ),
                name="plans_measure_is_named",
                violation_error_message="Tulis apa yang dihitung dan satuannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("least__isnull", True), ("most__isnull", True), ("least__lt", models.F("most")), _connector="OR"
                ),
                name="plans_measure_ends_of_scale",
                violation_error_message="Nilai paling kecil harus di bawah nilai paling besar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_reason__isnull", True), ("ended_on__isnull", True)),
                    models.Q(("end_reason__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="plans_measure_end_paired",
                violation_error_message="Tulis alasan pengukuran ini dihentikan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("series", ""), _negated=True), ("ended_on__isnull", True)),
                fields=("case", "series"),
                name="plans_measure_series_once",
                violation_error_message="Alat ukur ini sudah diikuti.",
            ),
        ),
        migrations.AddIndex(
            model_name="measurephase",
            index=models.Index(fields=["case", "starts_on"], name="plans_phase_of_case"),
        ),
        migrations.AddConstraint(
            model_name="measurephase",
            constraint=models.CheckConstraint(
                condition=models.Q(("letter__in", ["A", "B"]), ("name__isnull", False)),
                name="plans_phase_is_named",
                violation_error_message="Beri nama fase ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurephase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                    models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                    _connector="OR",
                ),
                name="plans_phase_correction_paired",
                violation_error_message="Koreksi memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurephase",
            constraint=models.UniqueConstraint(
                fields=("corrects",),
                name="plans_phase_corrected_once",
                violation_error_message="Fase ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
            ),
        ),
        migrations.AddIndex(
            model_name="measurepoint",
            index=models.Index(fields=["case", "on"], name="plans_point_of_case"),
        ),
        migrations.AddConstraint(
            model_name="measurepoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                    models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                    _connector="OR",
                ),
                name="plans_point_correction_paired",
                violation_error_message="Koreksi memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurepoint",
            constraint=models.UniqueConstraint(
                fields=("corrects",),
                name="plans_point_corrected_once",
                violation_error_message="Titik ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
            ),
        ),
    ]
