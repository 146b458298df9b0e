"""What PIE codes and others' findings a round has, and how each institution around the client helps or blocks."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("assessment", "0002_who_sees_what"),
        ("base", "0002_wake_whoever_is_told"),
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Institution",
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
                            ("family", "Keluarga"),
                            ("school", "Sekolah"),
                            ("work", "Tempat kerja"),
                            ("faith", "Lembaga agama atau kepercayaan"),
                            ("government", "Pemerintah"),
                            ("custom", "Adat dan lingkungan warga"),
                            ("market", "Pasar dan usaha"),
                            ("other", "Lembaga yang lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("helps", "Membantu"),
                            ("blocks", "Menghambat"),
                            ("both", "Membantu dan menghambat"),
                            ("unknown", "Belum digali"),
                        ],
                        max_length=8,
                    ),
                ),
                ("helps", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("blocks", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                ("taken_back", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="institutions",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="institutions", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="assessment.institution",
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
            options={
                "indexes": [models.Index(fields=["case", "kind"], name="assessment_institution_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("effect", "helps"),
                                ("helps__isnull", False),
                                models.Q(("blocks__isnull", False), _negated=True),
                            ),
                            models.Q(
                                ("effect", "blocks"),
                                ("blocks__isnull", False),
                                models.Q(("helps__isnull", False), _negated=True),
                            ),
                            models.Q(("effect", "both"), ("helps__isnull", False), ("blocks__isnull", False)),
                            models.Q(
                                ("effect", "unknown"),
                                models.Q(("helps__isnull", False), _negated=True),
                                models.Q(("blocks__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_institution_says_how",
                        violation_error_message="Tulis dengan cara apa lembaga ini membantu atau menghambat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "other"), _negated=True), ("name__isnull", False), _connector="OR"
                        ),
                        name="assessment_institution_other_named",
                        violation_error_message="Tulis nama lembaganya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                            models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_institution_correction_paired",
                        violation_error_message="Koreksi memerlukan alasan.",
                    ),
                    models.UniqueConstraint(
                        fields=("corrects",),
                        name="assessment_institution_corrected_once",
                        violation_error_message="Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PieCoding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("factor", models.CharField(choices=[("1", "Peran sosial"), ("2", "Lingkungan")], max_length=1)),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("parent", "Orang tua"),
                            ("spouse", "Pasangan"),
                            ("child", "Anak"),
                            ("sibling", "Saudara kandung atau tiri"),
                            ("other_family", "Anggota keluarga lain"),
                            ("like_family", "Orang yang sudah seperti keluarga"),
                            ("lover", "Kekasih"),
                            ("friend", "Teman"),
                            ("neighbour", "Tetangga"),
                            ("member", "Anggota kelompok"),
                            ("other_person", "Peran lain di antara orang"),
                            ("paid", "Pekerja yang dibayar"),
                            ("home", "Pengurus rumah"),
                            ("volunteer", "Relawan"),
                            ("student", "Pelajar atau peserta pelatihan"),
                            ("other_work", "Peran kerja lain"),
                            ("consumer", "Penerima layanan"),
                            ("inpatient", "Pasien rawat inap atau penghuni panti"),
                            ("outpatient", "Pasien rawat jalan"),
                            ("probationer", "Klien pemasyarakatan di luar lapas"),
                            ("prisoner", "Warga binaan di lapas atau rutan"),
                            ("migrant", "Perantau atau pekerja migran berdokumen"),
                            ("undocumented", "Pekerja migran tanpa dokumen"),
                            ("refugee", "Pengungsi"),
                            ("other_situation", "Keadaan khusus lain"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "trouble",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("power", "Kuasa"),
                            ("ambivalence", "Kebimbangan"),
                            ("responsibility", "Tanggung jawab"),
                            ("dependency", "Ketergantungan"),
                            ("loss", "Kehilangan"),
                            ("isolation", "Keterasingan"),
                            ("victim", "Menjadi korban"),
                            ("mixed", "Campuran"),
                            ("other", "Jenis lain"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "system",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("economic", "Ekonomi dan kebutuhan pokok"),
                            ("education", "Pendidikan dan pelatihan"),
                            ("legal", "Hukum dan peradilan"),
                            ("services", "Kesehatan, keamanan, dan layanan sosial"),
                            ("association", "Perkumpulan sukarela"),
                            ("affection", "Dukungan kasih sayang"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("food", "Makanan dan gizi"),
                            ("shelter", "Tempat tinggal"),
                            ("work", "Pekerjaan"),
                            ("income", "Penghasilan dan bantuan"),
                            ("transport", "Angkutan"),
                            ("admission", "Sekolah tidak ada atau tidak menerima"),
                            ("schooling", "Sekolah tidak mendukung"),
                            ("school_cost", "Biaya dan perlengkapan belajar"),
                            ("school_safety", "Perundungan di tempat belajar"),
                            ("court", "Proses peradilan"),
                            ("police", "Polisi dan penegak hukum"),
                            ("papers", "Surat dan status kependudukan"),
                            ("legal_aid", "Bantuan hukum tidak terjangkau"),
                            ("health_care", "Layanan kesehatan"),
                            ("mental_care", "Layanan kesehatan jiwa"),
                            ("safety", "Keamanan lingkungan dan bencana"),
                            ("social_service", "Layanan sosial"),
                            ("faith_group", "Kelompok keagamaan atau kepercayaan"),
                            ("local_group", "Kelompok warga, adat, atau hobi"),
                            ("support", "Tidak ada yang memberi dukungan"),
                            ("too_much", "Dukungan yang terlalu mengekang"),
                            ("strained", "Hubungan dalam lingkar terdekat tegang"),
                            ("discrimination", "Diskriminasi"),
                            ("other", "Masalah lain"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("age", "usia"),
                            ("ethnicity", "suku, ras, atau warna kulit"),
                            ("faith", "agama atau kepercayaan"),
                            ("gender", "jenis kelamin atau gender"),
                            ("orientation", "orientasi seksual"),
                            ("disability", "disabilitas"),
                            ("health", "penyakit, misalnya HIV atau kusta"),
                            ("marital", "status perkawinan atau kelahiran"),
                            ("poverty", "kemiskinan atau tempat tinggal"),
                            ("record", "pernah berhadapan dengan hukum"),
                            ("origin", "daerah asal atau kewarganegaraan"),
                            ("language", "bahasa"),
                            ("other", "alasan lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("named", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "severity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Tidak ada"),
                            (2, "Ringan"),
                            (3, "Sedang"),
                            (4, "Berat"),
                            (5, "Sangat berat"),
                            (6, "Menghancurkan"),
                        ]
                    ),
                ),
                (
                    "duration",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Lebih dari 5 tahun"),
                            (2, "1 sampai 5 tahun"),
                            (3, "6 sampai 12 bulan"),
                            (4, "1 sampai 6 bulan"),
                            (5, "2 sampai 4 minggu"),
                            (6, "2 minggu atau kurang"),
                        ]
                    ),
                ),
                (
                    "coping",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Sangat mampu"),
                            (2, "Lebih dari cukup"),
                            (3, "Cukup"),
                            (4, "Agak kurang"),
                            (5, "Kurang"),
                            (6, "Belum tampak"),
                        ],
                        null=True,
                    ),
                ),
                ("because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("taken_back", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pie_codings",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried",
                        to="assessment.piecoding",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pie_codings", to="cases.case"
                    ),
                ),
                (
                    "coded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="assessment.piecoding",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "assessment"], name="assessment_pie_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("coping__range", (1, 6)),
                                ("factor", "1"),
                                ("problem", ""),
                                (
                                    "role__in",
                                    [
                                        "parent",
                                        "spouse",
                                        "child",
                                        "sibling",
                                        "other_family",
                                        "like_family",
                                        "lover",
                                        "friend",
                                        "neighbour",
                                        "member",
                                        "other_person",
                                        "paid",
                                        "home",
                                        "volunteer",
                                        "student",
                                        "other_work",
                                        "consumer",
                                        "inpatient",
                                        "outpatient",
                                        "probationer",
                                        "prisoner",
                                        "migrant",
                                        "undocumented",
                                        "refugee",
                                        "other_situation",
                                    ],
                                ),
                                ("system", ""),
                                (
                                    "trouble__in",
                                    [
                                        "power",
                                        "ambivalence",
                                        "responsibility",
                                        "dependency",
                                        "loss",
                                        "isolation",
                                        "victim",
                                        "mixed",
                                        "other",
                                    ],
                                ),
                            ),
                            models.Q(
                                models.Q(
                                    models.Q(
                                        (
                                            "problem__in",
                                            [
                                                "food",
                                                "shelter",
                                                "work",
                                                "income",
                                                "transport",
                                                "discrimination",
                                                "other",
                                            ],
                                        ),
                                        ("system", "economic"),
                                    ),
                                    models.Q(
                                        (
                                            "problem__in",
                                            [
                                                "admission",
                                                "schooling",
                                                "school_cost",
                                                "school_safety",
                                                "discrimination",
                                                "other",
                                            ],
                                        ),
                                        ("system", "education"),
                                    ),
                                    models.Q(
                                        (
                                            "problem__in",
                                            ["court", "police", "papers", "legal_aid", "discrimination", "other"],
                                        ),
                                        ("system", "legal"),
                                    ),
                                    models.Q(
                                        (
                                            "problem__in",
                                            [
                                                "health_care",
                                                "mental_care",
                                                "safety",
                                                "social_service",
                                                "discrimination",
                                                "other",
                                            ],
                                        ),
                                        ("system", "services"),
                                    ),
                                    models.Q(
                                        ("problem__in", ["faith_group", "local_group", "discrimination", "other"]),
                                        ("system", "association"),
                                    ),
                                    models.Q(
                                        ("problem__in", ["support", "too_much", "strained", "discrimination", "other"]),
                                        ("system", "affection"),
                                    ),
                                    _connector="OR",
                                ),
                                ("coping__isnull", True),
                                ("factor", "2"),
                                ("role", ""),
                                ("trouble", ""),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_pie_fits_factor",
                        violation_error_message="Pilih peran dengan jenisnya, atau lingkungan dengan masalahnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("duration__range", (1, 6)), ("severity__range", (1, 6))),
                        name="assessment_pie_scales",
                        violation_error_message="Pilih berat dan lamanya, 1 sampai 6.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "ground__in",
                                    [
                                        "age",
                                        "ethnicity",
                                        "faith",
                                        "gender",
                                        "orientation",
                                        "disability",
                                        "health",
                                        "marital",
                                        "poverty",
                                        "record",
                                        "origin",
                                        "language",
                                        "other",
                                    ],
                                ),
                                ("problem", "discrimination"),
                            ),
                            models.Q(models.Q(("problem", "discrimination"), _negated=True), ("ground", "")),
                            _connector="OR",
                        ),
                        name="assessment_pie_ground_of_discrimination",
                        violation_error_message="Sebutkan atas dasar apa orang ini didiskriminasi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                            models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_pie_correction_paired",
                        violation_error_message="Koreksi memerlukan alasan.",
                    ),
                    models.UniqueConstraint(
                        fields=("corrects",),
                        name="assessment_pie_corrected_once",
                        violation_error_message="Kode ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
                    ),
                    models.UniqueConstraint(
                        fields=("assessment", "carried_from"),
                        name="assessment_pie_carried_once",
                        violation_error_message="Kode ini sudah dibawa ke asesmen sekarang.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PieFinding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "factor",
                    models.CharField(
                        choices=[
                            ("3", "Kesehatan jiwa, menurut yang memeriksa"),
                            ("4", "Kesehatan badan, menurut yang memeriksa"),
                        ],
                        max_length=1,
                    ),
                ),
                ("finding", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "profession",
                    models.CharField(
                        choices=[
                            ("doctor", "Dokter"),
                            ("psychiatrist", "Dokter spesialis kedokteran jiwa"),
                            ("psychologist", "Psikolog klinis"),
                            ("nurse", "Perawat"),
                            ("midwife", "Bidan"),
                            ("therapist", "Terapis (fisik, wicara, okupasi)"),
                            ("other_health", "Tenaga kesehatan lain"),
                        ],
                        max_length=14,
                    ),
                ),
                ("found_by", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("document", "Tertulis dalam dokumen"),
                            ("told_by_finder", "Disampaikan sendiri oleh yang memeriksa"),
                            ("told_by_client", "Diceritakan klien"),
                            ("told_by_family", "Diceritakan orang terdekat klien"),
                        ],
                        max_length=14,
                    ),
                ),
                ("document", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("found_on", models.DateField()),
                ("taken_back", models.BooleanField(default=False)),
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pie_findings",
                        to="assessment.assessment",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pie_findings", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="assessment.piefinding",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "factor"], name="assessment_finding_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("factor__in", ["3", "4"]),
                            ("finding__isnull", False),
                            ("found_by__isnull", False),
                            (
                                "profession__in",
                                [
                                    "doctor",
                                    "psychiatrist",
                                    "psychologist",
                                    "nurse",
                                    "midwife",
                                    "therapist",
                                    "other_health",
                                ],
                            ),
                            ("via__in", ["document", "told_by_finder", "told_by_client", "told_by_family"]),
                        ),
                        name="assessment_finding_is_of_another",
                        violation_error_message="Temuan kesehatan selalu dari yang memeriksa: tulis siapa dan profesinya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("via", "document"), _negated=True), ("document__isnull", False), _connector="OR"
                        ),
                        name="assessment_finding_names_document",
                        violation_error_message="Tulis dokumen apa.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                            models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_finding_correction_paired",
                        violation_error_message="Koreksi memerlukan alasan.",
                    ),
                    models.UniqueConstraint(
                        fields=("corrects",),
                        name="assessment_finding_corrected_once",
                        violation_error_message="Temuan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
                    ),
                ],
            },
        ),
    ]
