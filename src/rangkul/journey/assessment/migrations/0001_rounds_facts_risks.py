"""Rounds of assessment, their facts, the functioning profile, risks with each look at them, groups of the taxonomy."""

import django.contrib.postgres.fields
import django.core.validators
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
        ("cases", "0002_who_sees_what"),
        ("taxonomy", "0001_taxonomies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("initial", "Asesmen awal"), ("reassessment", "Asesmen ulang")], max_length=12
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Sedang disusun"),
                            ("asked", "Menunggu tanda tangan supervisor"),
                            ("signed", "Ditandatangani"),
                        ],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("why", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("presenting", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "presenting_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("client", "Klien"),
                            ("significant_other", "Orang terdekat klien"),
                            ("document", "Dokumen"),
                            ("professional", "Petugas atau ahli lain"),
                            ("observation", "Dilihat atau didengar sendiri oleh pekerja sosial"),
                            ("worker", "Pertimbangan pekerja sosial"),
                        ],
                        max_length=20,
                    ),
                ),
                ("presenting_on", models.DateField(blank=True, null=True)),
                ("functioning_gap", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("category_gap", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("summary", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CaseCategory",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("end_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="categories", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="taxonomy.term"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "domain",
                    models.CharField(
                        choices=[
                            ("bio", "Tubuh dan kesehatan (bio)"),
                            ("psiko", "Pikiran dan perasaan (psiko)"),
                            ("sosial", "Keluarga dan lingkungan (sosial)"),
                            ("spiritual", "Makna dan keyakinan (spiritual)"),
                        ],
                        max_length=10,
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[("statement", "Pernyataan"), ("observation", "Observasi"), ("opinion", "Pendapat")],
                        max_length=12,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("client", "Klien"),
                            ("significant_other", "Orang terdekat klien"),
                            ("document", "Dokumen"),
                            ("professional", "Petugas atau ahli lain"),
                            ("observation", "Dilihat atau didengar sendiri oleh pekerja sosial"),
                            ("worker", "Pertimbangan pekerja sosial"),
                        ],
                        max_length=20,
                    ),
                ),
                ("source_note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("source_date", models.DateField()),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("is_strength", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="assessment.assessment"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="assessment.fact",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
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
            name="Functioning",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("needs", "Memenuhi kebutuhan dasar"),
                            ("roles", "Menjalankan tugas dan peranan sosial"),
                            ("coping", "Mengatasi masalah"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "view",
                    models.CharField(
                        choices=[("client", "Menurut klien"), ("worker", "Menurut pekerja sosial")], max_length=6
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("baseline", "Awal"), ("review", "Tinjauan"), ("end", "Akhir")], max_length=8
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ]
                    ),
                ),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("seen_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="functioning", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
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
            name="Risk",
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
                            ("self_harm", "Bunuh diri atau melukai diri"),
                            ("violence", "Kekerasan di rumah atau oleh orang dekat"),
                            ("sexual_violence", "Kekerasan seksual"),
                            ("child_safety", "Keselamatan anak"),
                            ("neglect", "Penelantaran"),
                            ("exploitation", "Eksploitasi atau perdagangan orang"),
                            ("health", "Sakit berat atau putus obat"),
                            ("substance", "Zat atau alkohol"),
                            ("shelter", "Kehilangan tempat tinggal"),
                            ("hunger", "Tidak cukup makan"),
                            ("to_others", "Membahayakan orang lain"),
                            ("visit", "Keselamatan petugas saat berkunjung"),
                            ("other", "Risiko lain"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("merah", "Merah: nyawa atau keselamatan terancam sekarang"),
                            ("oranye", "Oranye: bisa menjadi serius dalam beberapa hari"),
                            ("kuning", "Kuning: perlu dijaga dalam rencana"),
                            ("hijau", "Hijau: terjaga, tetap ditanyakan berkala"),
                            ("unknown", "Belum diketahui: perlu ditanyakan"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("next_look", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="risks", to="cases.case"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RiskCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("checked_on", models.DateField()),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("self_harm", "Bunuh diri atau melukai diri"),
                                ("violence", "Kekerasan di rumah atau oleh orang dekat"),
                                ("sexual_violence", "Kekerasan seksual"),
                                ("child_safety", "Keselamatan anak"),
                                ("neglect", "Penelantaran"),
                                ("exploitation", "Eksploitasi atau perdagangan orang"),
                                ("health", "Sakit berat atau putus obat"),
                                ("substance", "Zat atau alkohol"),
                                ("shelter", "Kehilangan tempat tinggal"),
                                ("hunger", "Tidak cukup makan"),
                                ("to_others", "Membahayakan orang lain"),
                                ("visit", "Keselamatan petugas saat berkunjung"),
                                ("other", "Risiko lain"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("next_look", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="risk_checks", to="cases.case"
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RiskLook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("merah", "Merah: nyawa atau keselamatan terancam sekarang"),
                            ("oranye", "Oranye: bisa menjadi serius dalam beberapa hari"),
                            ("kuning", "Kuning: perlu dijaga dalam rencana"),
                            ("hijau", "Hijau: terjaga, tetap ditanyakan berkala"),
                            ("unknown", "Belum diketahui: perlu ditanyakan"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("merah", "Merah: nyawa atau keselamatan terancam sekarang"),
                            ("oranye", "Oranye: bisa menjadi serius dalam beberapa hari"),
                            ("kuning", "Kuning: perlu dijaga dalam rencana"),
                            ("hijau", "Hijau: terjaga, tetap ditanyakan berkala"),
                            ("unknown", "Belum diketahui: perlu ditanyakan"),
                        ],
                        max_length=8,
                    ),
                ),
                ("ends", models.BooleanField(default=False)),
                ("seen", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("protective", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("done", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("looked_on", models.DateField()),
                ("next_look", models.DateField(blank=True, null=True)),
                ("rule", models.CharField(blank=True, max_length=60)),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "looked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="looks", to="assessment.risk"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="assessment_round_number_once"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "asked"])),
                fields=("case",),
                name="assessment_one_open_round",
                violation_error_message="Asesmen yang sekarang belum ditandatangani.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state__in", ["draft", "asked"])),
                        ("signed_at__isnull", True),
                        ("signed_by__isnull", True),
                    ),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False), ("state", "signed")),
                    _connector="OR",
                ),
                name="assessment_signed_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("presenting__isnull", True),
                    models.Q(("presenting_on__isnull", False), models.Q(("presenting_source", ""), _negated=True)),
                    _connector="OR",
                ),
                name="assessment_presenting_has_source",
                violation_error_message="Tulis siapa yang mengatakannya dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="casecategory",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("case", "term"),
                name="assessment_category_once",
                violation_error_message="Kelompok ini sudah dipilih.",
            ),
        ),
        migrations.AddConstraint(
            model_name="casecategory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_reason__isnull", True), ("until__isnull", True)),
                    models.Q(("end_reason__isnull", False), ("until__isnull", False)),
                    _connector="OR",
                ),
                name="assessment_category_end_paired",
                violation_error_message="Tulis alasan kelompok ini tidak berlaku lagi.",
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["case", "domain", "-source_date"], name="assessment_fact_of_case"),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "statement"),
                        ("source__in", ("client", "significant_other", "document", "professional")),
                    ),
                    models.Q(("kind", "observation"), ("source__in", ("observation",))),
                    models.Q(("kind", "opinion"), ("source__in", ("worker", "professional"))),
                    _connector="OR",
                ),
                name="assessment_fact_source_fits_kind",
                violation_error_message="Sumber ini tidak cocok dengan jenis faktanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("correction_reason__isnull", True), ("corrects__isnull", True), ("text__isnull", False)),
                    models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                    _connector="OR",
                ),
                name="assessment_fact_correction_paired",
                violation_error_message="Koreksi memerlukan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.UniqueConstraint(
                fields=("corrects",),
                name="assessment_fact_corrected_once",
                violation_error_message="Fakta ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
            ),
        ),
        migrations.AddIndex(
            model_name="functioning",
            index=models.Index(fields=["case", "dimension", "view", "-seen_on"], name="assessment_functioning_case"),
        ),
        migrations.AddConstraint(
            model_name="functioning",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__range", (1, 5))),
                name="assessment_functioning_level",
                violation_error_message="Pilih tingkat 1 sampai 5.",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True), models.Q(("kind", "other"), _negated=True)),
                fields=("case", "kind"),
                name="assessment_risk_once",
                violation_error_message="Risiko ini sudah tercatat; perbarui yang ada.",
            ),
        ),
        migrations.AddIndex(
            model_name="riskcheck",
            index=models.Index(fields=["case", "-checked_on"], name="assessment_check_of_case"),
        ),
        migrations.AddIndex(
            model_name="risklook",
            index=models.Index(fields=["risk", "-made_at"], name="assessment_look_of_risk"),
        ),
        migrations.AddConstraint(
            model_name="risklook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_by__isnull", False), ("rule", "")),
                    models.Q(("ends", False), ("looked_by__isnull", True), models.Q(("rule", ""), _negated=True)),
                    _connector="OR",
                ),
                name="assessment_look_by_person_or_rule",
            ),
        ),
    ]
