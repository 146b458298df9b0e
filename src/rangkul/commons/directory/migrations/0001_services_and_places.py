"""Organisations, services, places, hours and conditions, named as in the Human Services Data Specification."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=160)),
                ("alternate_name", models.CharField(blank=True, max_length=160)),
                ("description", models.TextField(blank=True, max_length=4000)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Buka"),
                            ("temporarily closed", "Tutup sementara"),
                            ("inactive", "Tidak melayani"),
                            ("defunct", "Sudah tidak ada"),
                        ],
                        default="active",
                        max_length=20,
                    ),
                ),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), blank=True, default=list, size=None
                    ),
                ),
                (
                    "helps",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("shelter", "Tempat aman atau tempat tinggal"),
                                ("food", "Makanan dan kebutuhan pokok"),
                                ("money", "Bantuan uang atau barang"),
                                ("counselling", "Konseling dan dukungan jiwa"),
                                ("health", "Kesehatan dan pengobatan"),
                                ("legal", "Bantuan hukum"),
                                ("papers", "Surat kependudukan"),
                                ("care", "Perawatan dan pengasuhan"),
                                ("family", "Dukungan keluarga"),
                                ("school", "Sekolah dan belajar"),
                                ("work", "Pelatihan kerja dan usaha"),
                                ("aids", "Alat bantu dan akses disabilitas"),
                                ("recovery", "Pemulihan dari NAPZA"),
                                ("disaster", "Bantuan bencana"),
                                ("company", "Teman dan kegiatan bersama"),
                                ("information", "Informasi dan pendampingan mengurus hak"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "atensi",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("living", "Dukungan pemenuhan kebutuhan hidup layak"),
                                ("care", "Perawatan sosial dan/atau pengasuhan anak"),
                                ("family", "Dukungan keluarga"),
                                ("therapy", "Terapi fisik, psikososial, mental spiritual"),
                                ("vocation", "Pelatihan vokasional dan kewirausahaan"),
                                ("aid", "Bantuan dan asistensi sosial"),
                                ("access", "Dukungan aksesibilitas"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "ways",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("come", "Datang langsung"),
                                ("call", "Telepon"),
                                ("whatsapp", "Pesan WhatsApp"),
                                ("mail", "Surat elektronik"),
                                ("online", "Formulir di internet"),
                                ("referral", "Dirujuk petugas"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("application_process", models.TextField(blank=True, max_length=1000)),
                (
                    "cost",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("free", "Gratis"),
                            ("means", "Sesuai kemampuan"),
                            ("paid", "Berbayar"),
                            ("", "Belum diketahui"),
                        ],
                        max_length=6,
                    ),
                ),
                ("amount", models.PositiveIntegerField(blank=True, null=True)),
                ("fees_description", models.CharField(blank=True, max_length=300)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ind", "Bahasa Indonesia"),
                                ("jav", "Jawa"),
                                ("sun", "Sunda"),
                                ("mad", "Madura"),
                                ("min", "Minang"),
                                ("bbc", "Batak"),
                                ("bug", "Bugis"),
                                ("ban", "Bali"),
                                ("ace", "Aceh"),
                                ("sas", "Sasak"),
                                ("bjn", "Banjar"),
                                ("pmy", "Melayu Papua"),
                                ("inl", "Bahasa isyarat Indonesia"),
                                ("eng", "Inggris"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("url", models.URLField(blank=True)),
                ("wait_time", models.CharField(blank=True, max_length=120)),
                ("assured_date", models.DateField(blank=True, null=True)),
                (
                    "doubt",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "Sudah tutup"),
                            ("moved", "Sudah pindah"),
                            ("phone", "Nomor atau alamat surat tidak benar"),
                            ("hours", "Jam buka tidak benar"),
                            ("address", "Alamat tidak benar"),
                            ("conditions", "Syarat atau biaya tidak benar"),
                            ("other", "Hal lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("doubted_on", models.DateField(blank=True, null=True)),
                ("public", models.BooleanField(default=True)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("source_key", models.CharField(blank=True, max_length=80)),
                ("changed_at", models.DateTimeField()),
                (
                    "assured_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "keeper",
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
            name="Organization",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=160)),
                ("alternate_name", models.CharField(blank=True, max_length=160)),
                ("description", models.TextField(blank=True, max_length=2000)),
                (
                    "legal_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("state", "Instansi pemerintah"),
                            ("foundation", "Yayasan"),
                            ("association", "Perkumpulan"),
                            ("religious", "Lembaga keagamaan"),
                            ("company", "Perusahaan"),
                            ("community", "Kelompok warga"),
                            ("person", "Perorangan"),
                            ("", "Belum diketahui"),
                        ],
                        max_length=12,
                    ),
                ),
                ("psks", models.CharField(blank=True, max_length=10)),
                ("website", models.URLField(blank=True)),
                ("consented_on", models.DateField(blank=True, null=True)),
                ("public", models.BooleanField(default=True)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("source_key", models.CharField(blank=True, max_length=80)),
                ("changed_at", models.DateTimeField()),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=13), blank=True, default=list, size=None
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(blank=True, max_length=160)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("postal_code", models.CharField(blank=True, max_length=5)),
                ("directions", models.CharField(blank=True, max_length=300)),
                ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                (
                    "accessibility",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ramp", "Jalur kursi roda"),
                                ("toilet", "Toilet yang bisa dipakai dengan kursi roda"),
                                ("sign", "Juru bahasa isyarat"),
                                ("guide", "Jalur pemandu tunanetra"),
                                ("nursing", "Ruang menyusui"),
                                ("private", "Ruang bicara tertutup"),
                                ("transit", "Dekat angkutan umum"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("accessibility_note", models.CharField(blank=True, max_length=200)),
                ("public", models.BooleanField(default=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locations",
                        to="directory.organization",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("response_hours", models.PositiveSmallIntegerField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="directory.organization",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sought",
            fields=[
                (
                    "service",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="directory.service",
                    ),
                ),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                (
                    "reach",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                (
                    "places",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                (
                    "words",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("age_from", models.SmallIntegerField(default=0)),
                ("age_to", models.SmallIntegerField(default=200)),
                ("sex", models.CharField(blank=True, max_length=1)),
                ("assured", models.DateField(null=True)),
                ("public", models.BooleanField()),
                ("offered", models.BooleanField()),
            ],
        ),
        migrations.AddField(
            model_name="service",
            name="organization",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="services", to="directory.organization"
            ),
        ),
        migrations.CreateModel(
            name="RequiredDocument",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "paper",
                    models.CharField(
                        choices=[
                            ("ktp", "KTP"),
                            ("kk", "Kartu Keluarga"),
                            ("kia", "Kartu Identitas Anak"),
                            ("birth", "Akta kelahiran"),
                            ("sktm", "Surat keterangan tidak mampu"),
                            ("bpjs", "Kartu BPJS Kesehatan/KIS"),
                            ("doctor", "Surat keterangan dokter"),
                            ("police", "Surat dari kepolisian"),
                            ("referral", "Surat rujukan"),
                            ("disability", "Kartu Penyandang Disabilitas"),
                            ("other", "Surat lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("document", models.CharField(blank=True, max_length=160)),
                ("needed", models.BooleanField(default=True)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="required_documents",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Eligibility",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("age", "Umur"),
                            ("sex", "Jenis kelamin"),
                            ("category", "Kelompok layanan"),
                            ("area", "Tempat tinggal"),
                            ("document", "Surat yang dimiliki"),
                            ("dtsen", "Terdaftar dalam DTSEN"),
                            ("other", "Syarat lain"),
                        ],
                        max_length=8,
                    ),
                ),
                ("age_from", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("age_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("P", "Perempuan"), ("L", "Laki-laki"), ("", "Belum diketahui")],
                        max_length=1,
                    ),
                ),
                (
                    "codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), blank=True, default=list, size=None
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=300)),
                ("preferred", models.BooleanField(default=False)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="eligibilities",
                        to="directory.service",
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
                ("name", models.CharField(blank=True, max_length=120)),
                (
                    "channel",
                    models.CharField(
                        choices=[("phone", "Telepon"), ("whatsapp", "WhatsApp"), ("email", "Surel")], max_length=8
                    ),
                ),
                ("value", models.CharField(max_length=120)),
                ("extension", models.CharField(blank=True, max_length=8)),
                ("receives_referrals", models.BooleanField(default=False)),
                ("personal", models.BooleanField(default=False)),
                ("consented_on", models.DateField(blank=True, null=True)),
                ("public", models.BooleanField(default=True)),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="directory.organization",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Capacity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("bed", "tempat tidur"),
                            ("place", "tempat"),
                            ("person", "orang sebulan"),
                            ("session", "sesi seminggu"),
                            ("package", "paket"),
                        ],
                        max_length=8,
                    ),
                ),
                ("available", models.PositiveIntegerField()),
                ("maximum", models.PositiveIntegerField(blank=True, null=True)),
                ("counted_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="capacities", to="directory.service"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ServiceArea",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("name", models.CharField(blank=True, max_length=250)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="service_areas",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ServiceAtLocation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("description", models.CharField(blank=True, max_length=300)),
                (
                    "location",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="service_at_locations",
                        to="directory.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="service_at_locations",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "season",
                    models.CharField(
                        choices=[("usual", "Hari biasa"), ("ramadan", "Bulan Ramadan")], default="usual", max_length=8
                    ),
                ),
                ("opening_hours", models.CharField(max_length=200)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("notes", models.CharField(blank=True, max_length=200)),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="schedules", to="directory.service"
                    ),
                ),
                (
                    "at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="schedules",
                        to="directory.serviceatlocation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("closed", "Sudah tutup"),
                            ("moved", "Sudah pindah"),
                            ("phone", "Nomor atau alamat surat tidak benar"),
                            ("hours", "Jam buka tidak benar"),
                            ("address", "Alamat tidak benar"),
                            ("conditions", "Syarat atau biaya tidak benar"),
                            ("other", "Hal lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=500)),
                ("by_kind", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu diperiksa"),
                            ("taken", "Diterima"),
                            ("refused", "Tidak dipakai"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="suggestions", to="directory.service"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cut", models.CharField(max_length=40)),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "indexes": [
                    models.Index(
                        django.contrib.postgres.indexes.OpClass("word", name="text_pattern_ops"),
                        name="directory_word_by_start",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("cut", "word"), name="directory_word_once")],
            },
        ),
        migrations.AddIndex(
            model_name="organization",
            index=models.Index(fields=["name", "id"], name="directory_org_by_name"),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("legal_status", "person"), ("public", True), _negated=True),
                    ("consented_on__isnull", False),
                    _connector="OR",
                ),
                name="directory_organization_person_agreed",
                violation_error_message="Perorangan ditampilkan kepada umum setelah ia sendiri setuju.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="directory_organization_has_a_name",
                violation_error_message="Nama lembaga belum diisi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_key", ""), _negated=True),
                fields=("source", "source_key"),
                name="directory_organization_source_once",
            ),
        ),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(fields=["organization"], name="directory_location_of_org"),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                    _connector="OR",
                ),
                name="directory_location_point_is_whole",
                violation_error_message="Titik peta memerlukan lintang dan bujur yang benar.",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["agency", "organization"], name="directory_agreement_between"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="directory_agreement_ends_after_it_begins",
                violation_error_message="Kesepakatan ini berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("response_hours__range", (1, 720))),
                name="directory_agreement_answers_within_a_month",
                violation_error_message="Batas menjawab antara 1 dan 720 jam.",
            ),
        ),
        migrations.AddIndex(
            model_name="sought",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["needs", "reach"], name="directory_sought_by_need"
            ),
        ),
        migrations.AddIndex(
            model_name="sought",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["words"], name="directory_sought_by_word"
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["organization"], name="directory_service_of_org"),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["name", "id"], name="directory_service_by_name"),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["changed_at"], name="directory_service_by_change"),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["keeper", "assured_date"], name="directory_service_to_keep"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="directory_service_has_a_name",
                violation_error_message="Nama layanan belum diisi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("doubt", ""), ("doubted_on__isnull", True)),
                    models.Q(models.Q(("doubt", ""), _negated=True), ("doubted_on__isnull", False)),
                    _connector="OR",
                ),
                name="directory_service_doubt_has_a_day",
                violation_error_message="Kabar tentang layanan harus bertanggal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__isnull", True), models.Q(("cost", "free"), _negated=True), _connector="OR"
                ),
                name="directory_service_price_is_paid",
                violation_error_message="Layanan gratis tidak punya harga.",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_key", ""), _negated=True),
                fields=("source", "source_key"),
                name="directory_service_source_once",
            ),
        ),
        migrations.AddIndex(
            model_name="requireddocument",
            index=models.Index(fields=["service"], name="directory_paper_of_service"),
        ),
        migrations.AddConstraint(
            model_name="requireddocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paper", "other"), _negated=True),
                    models.Q(("document", ""), _negated=True),
                    _connector="OR",
                ),
                name="directory_requireddocument_is_named",
                violation_error_message="Sebutkan surat apa yang dibawa.",
            ),
        ),
        migrations.AddIndex(
            model_name="eligibility",
            index=models.Index(fields=["service"], name="directory_rule_of_service"),
        ),
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("rule", "age"),
                        models.Q(("age_from__isnull", False), ("age_to__isnull", False), _connector="OR"),
                    ),
                    models.Q(("rule", "sex"), models.Q(("sex", ""), _negated=True)),
                    models.Q(
                        ("rule__in", ["category", "area", "document", "dtsen"]), models.Q(("codes", []), _negated=True)
                    ),
                    models.Q(("rule", "other"), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="directory_eligibility_says_what_it_asks",
                violation_error_message="Syarat ini belum menyebut apa yang diminta.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("age_from__isnull", True),
                    ("age_to__isnull", True),
                    ("age_to__gte", models.F("age_from")),
                    _connector="OR",
                ),
                name="directory_eligibility_ages_in_order",
                violation_error_message="Umur tertua lebih muda daripada umur termuda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("age_from__isnull", True), ("age_from__lte", 120), _connector="OR"),
                    models.Q(("age_to__isnull", True), ("age_to__lte", 120), _connector="OR"),
                ),
                name="directory_eligibility_age_of_people",
                violation_error_message="Umur paling banyak 120 tahun.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rule", "dtsen"), _negated=True),
                    ("codes__contained_by", ["registered", "not_registered", "proposed", "objected"]),
                    _connector="OR",
                ),
                name="directory_eligibility_no_decile",
                violation_error_message="Syarat DTSEN hanya menanyakan terdaftar atau tidak. Desil tidak menentukan bantuan.",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["service"], name="directory_contact_of_service"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["organization"], name="directory_contact_of_org"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("personal", False), ("public", False), ("consented_on__isnull", False), _connector="OR"
                ),
                name="directory_contact_person_agreed",
                violation_error_message="Nomor pribadi ditampilkan kepada umum setelah pemiliknya setuju.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("value", ""), _negated=True),
                name="directory_contact_has_a_value",
                violation_error_message="Nomor atau alamat surat belum diisi.",
            ),
        ),
        migrations.AddIndex(
            model_name="capacity",
            index=models.Index(fields=["service", "-counted_on"], name="directory_room_of_service"),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__isnull", True), ("maximum__gte", models.F("available")), _connector="OR"),
                name="directory_capacity_within_maximum",
                violation_error_message="Tempat yang kosong lebih banyak daripada seluruh tempat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.UniqueConstraint(
                fields=("service", "unit", "counted_on"), name="directory_capacity_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="servicearea",
            constraint=models.UniqueConstraint(fields=("service", "region_code"), name="directory_servicearea_once"),
        ),
        migrations.AddConstraint(
            model_name="serviceatlocation",
            constraint=models.UniqueConstraint(fields=("service", "location"), name="directory_serviceatlocation_once"),
        ),
        migrations.AddIndex(
            model_name="schedule",
            index=models.Index(fields=["service"], name="directory_hours_of_service"),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="directory_schedule_ends_after_it_begins",
                violation_error_message="Jam buka ini berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(("opening_hours", ""), _negated=True),
                name="directory_schedule_has_hours",
                violation_error_message="Jam buka belum diisi.",
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["service", "-made_at"], name="directory_said_of_service"),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["made_at"], name="directory_said_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="directory_suggestion_decided_by_somebody",
                violation_error_message="Keputusan atas usul perlu nama, waktu, dan alasan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), ("topic__in", ["closed", "moved"]), _connector="OR"
                ),
                name="directory_suggestion_says_something",
                violation_error_message="Tulis apa yang tidak benar.",
            ),
        ),
    ]
