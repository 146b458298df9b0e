"""Cases and everything that is written on them."""

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
        ("intake", "0002_who_sees_what"),
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.CharField(max_length=16, unique=True)),
                (
                    "client_kind",
                    models.CharField(
                        choices=[
                            ("person", "Perorangan"),
                            ("household", "Rumah tangga"),
                            ("group", "Kelompok"),
                            ("community", "Komunitas"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("concern", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                (
                    "service_function",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("prevention", "Pencegahan disfungsi sosial"),
                            ("protection", "Pelindungan sosial"),
                            ("rehabilitation", "Rehabilitasi sosial"),
                            ("empowerment", "Pemberdayaan sosial"),
                            ("development", "Pengembangan sosial"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("engagement", "Perkenalan dan kontrak"),
                            ("assessment", "Asesmen"),
                            ("planning", "Rencana"),
                            ("intervention", "Intervensi"),
                            ("evaluation", "Evaluasi"),
                            ("termination", "Terminasi"),
                            ("aftercare", "Bimbingan lanjut"),
                        ],
                        default="engagement",
                        max_length=12,
                    ),
                ),
                ("stage_since", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Berjalan"), ("closed", "Sudah diakhiri")], default="open", max_length=6
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
                        default="hijau",
                        max_length=6,
                    ),
                ),
                ("opened_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("contract_due_at", models.DateTimeField(blank=True, null=True)),
                ("next_due_at", models.DateTimeField(blank=True, null=True)),
                ("contact_days", models.PositiveSmallIntegerField(default=14)),
                ("last_contact_at", models.DateTimeField(blank=True, null=True)),
                ("supervised_at", models.DateTimeField(blank=True, null=True)),
                ("alone_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="people.household",
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
                        related_name="cases",
                        to="people.person",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="intake.request",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="people.unit"),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("at", models.DateTimeField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Bertemu di kantor"),
                            ("visit", "Kunjungan rumah"),
                            ("place", "Bertemu di tempat lain"),
                            ("call", "Telepon"),
                            ("chat", "WhatsApp atau SMS"),
                            ("video", "Panggilan video"),
                            ("letter", "Surat"),
                            ("partner", "Dengan pihak lain, tanpa klien"),
                        ],
                        max_length=8,
                    ),
                ),
                ("place", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("about", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("kept", "Terlaksana"),
                            ("missed", "Tidak hadir"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("casework", "Kerja perorangan dan keluarga"),
                            ("groupwork", "Kerja kelompok"),
                            ("community", "Pengorganisasian dan pengembangan masyarakat"),
                        ],
                        default="casework",
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("mikro", "Mikro"), ("mezzo", "Mezzo"), ("makro", "Makro")],
                        default="mikro",
                        max_length=6,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Bertemu di kantor"),
                            ("visit", "Kunjungan rumah"),
                            ("place", "Bertemu di tempat lain"),
                            ("call", "Telepon"),
                            ("chat", "WhatsApp atau SMS"),
                            ("video", "Panggilan video"),
                            ("letter", "Surat"),
                            ("partner", "Dengan pihak lain, tanpa klien"),
                        ],
                        max_length=8,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "worker_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enabler", "Pemungkin"),
                            ("broker", "Penghubung sumber"),
                            ("advocate", "Pembela"),
                            ("mediator", "Penengah"),
                            ("educator", "Pendidik"),
                            ("facilitator", "Fasilitator"),
                            ("counsellor", "Konselor"),
                        ],
                        max_length=12,
                    ),
                ),
                ("goal_id", models.UUIDField(blank=True, null=True)),
                ("result", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("next_step", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("emergency", models.BooleanField(default=False)),
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CasePerson",
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
                            ("member", "Anggota keluarga atau kelompok"),
                            ("significant", "Orang terdekat yang berpengaruh"),
                            ("caregiver", "Wali atau pengasuh"),
                            ("reporter", "Pelapor"),
                            ("other", "Orang lain yang terkait"),
                        ],
                        max_length=12,
                    ),
                ),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="cases.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="case_roles", to="people.person"
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "Kasus dibuka"),
                            ("agreed", "Kontrak disepakati"),
                            ("emergency", "Bantuan darurat"),
                            ("worker", "Petugas berganti"),
                            ("ended", "Layanan diakhiri"),
                            ("reopened", "Kasus dibuka lagi"),
                            ("other", "Keputusan lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="cases.case",
                    ),
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
            name="Document",
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
                            ("identity", "Kartu identitas"),
                            ("letter", "Surat"),
                            ("report", "Laporan"),
                            ("photo", "Foto"),
                            ("signature", "Tanda tangan"),
                            ("thumbprint", "Cap jempol"),
                            ("other", "Lainnya"),
                        ],
                        default="other",
                        max_length=10,
                    ),
                ),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("media_type", models.CharField(max_length=80)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.BinaryField(max_length=32)),
                ("has_preview", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="cases.case",
                    ),
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
                        choices=[("draft", "Rancangan"), ("agreed", "Disepakati"), ("replaced", "Diganti versi baru")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("purpose", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("worker_role", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("client_role", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("rights", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("confidentiality", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("complaint_route", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("end_conditions", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("fee", models.PositiveIntegerField(default=0)),
                ("contact_days", models.PositiveSmallIntegerField(default=14)),
                (
                    "modality",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("office", "Bertemu di kantor"),
                                ("visit", "Kunjungan rumah"),
                                ("place", "Bertemu di tempat lain"),
                                ("call", "Telepon"),
                                ("chat", "WhatsApp atau SMS"),
                                ("video", "Panggilan video"),
                                ("letter", "Surat"),
                                ("partner", "Dengan pihak lain, tanpa klien"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signature", "Tanda tangan di layar"),
                            ("thumbprint", "Cap jempol yang dipindai"),
                            ("spoken", "Lisan dengan saksi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("signed_name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("witness", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agreed_before",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contracts",
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
                    "written_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Note",
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
                            ("progress", "Catatan kemajuan"),
                            ("process", "Catatan proses"),
                            ("conference", "Pembahasan kasus"),
                            ("supervision", "Supervisi"),
                            ("client", "Pesan dari klien"),
                        ],
                        default="progress",
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("text", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="cases.activity",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="cases.case",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="cases.note",
                    ),
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
            name="Partner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("part", models.CharField(blank=True, max_length=200)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="partners", to="cases.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RiskChange",
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
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("rule", models.CharField(blank=True, max_length=60)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="risk_changes",
                        to="cases.case",
                    ),
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
            name="Signature",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("assessment", "Asesmen"),
                            ("plan", "Rencana"),
                            ("termination", "Pengakhiran kasus"),
                            ("risk", "Kasus merah"),
                        ],
                        max_length=12,
                    ),
                ),
                ("subject_id", models.UUIDField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Menunggu tanda tangan"),
                            ("signed", "Ditandatangani"),
                            ("sent_back", "Dikembalikan"),
                        ],
                        default="asked",
                        max_length=9,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("asked_note", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("comment", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                    "asked_by",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
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
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StageStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("verb", models.CharField(max_length=24)),
                (
                    "from_stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("engagement", "Perkenalan dan kontrak"),
                            ("assessment", "Asesmen"),
                            ("planning", "Rencana"),
                            ("intervention", "Intervensi"),
                            ("evaluation", "Evaluasi"),
                            ("termination", "Terminasi"),
                            ("aftercare", "Bimbingan lanjut"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "to_stage",
                    models.CharField(
                        choices=[
                            ("engagement", "Perkenalan dan kontrak"),
                            ("assessment", "Asesmen"),
                            ("planning", "Rencana"),
                            ("intervention", "Intervensi"),
                            ("evaluation", "Evaluasi"),
                            ("termination", "Terminasi"),
                            ("aftercare", "Bimbingan lanjut"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "passed_over",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
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
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="cases.case",
                    ),
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
            name="Task",
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
                            ("task", "Tugas"),
                            ("duty", "Kewajiban yang harus dijawab"),
                            ("aftercare", "Bimbingan lanjut"),
                        ],
                        default="task",
                        max_length=10,
                    ),
                ),
                ("title", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "owner_kind",
                    models.CharField(
                        choices=[("staff", "Petugas"), ("client", "Klien")], default="staff", max_length=6
                    ),
                ),
                ("due", models.DateField()),
                ("goal_id", models.UUIDField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Belum selesai"), ("done", "Selesai"), ("dropped", "Tidak dilanjutkan")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
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
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamMember",
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
                            ("worker", "Penanggung jawab kasus"),
                            ("co_worker", "Pekerja sosial pendamping"),
                            ("counsellor", "Konselor atau psikolog"),
                            ("legal", "Pendamping hukum"),
                            ("health", "Tenaga kesehatan"),
                            ("companion", "Pendamping atau relawan"),
                            ("supervisor", "Supervisor"),
                        ],
                        max_length=12,
                    ),
                ),
                ("since", models.DateTimeField(default=rangkul.base.clock.now)),
                ("until", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="team", to="cases.case"
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Termination",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("achieved", "Tujuan tercapai"),
                            ("client_wish", "Permintaan klien"),
                            ("referred", "Dirujuk ke layanan lain"),
                            ("moved", "Pindah"),
                            ("died", "Meninggal"),
                            ("lost_contact", "Hilang kontak"),
                            ("out_of_scope", "Di luar kewenangan layanan"),
                            ("other", "Alasan lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("summary", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("client_informed", models.BooleanField()),
                ("satisfaction", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("satisfaction_words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("keep_until", models.DateField()),
                (
                    "passed_over",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("passed_over_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("reopened_at", models.DateTimeField(blank=True, null=True)),
                ("reopened_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terminations",
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
                    "passed_over_by",
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
                    "reopened_by",
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
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["worker", "state", "next_due_at", "id"], name="cases_case_of_worker"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["unit", "state", "next_due_at", "id"], name="cases_case_of_unit"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["unit", "level"], name="cases_case_grave"
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("client_kind", "person"), ("household__isnull", True), ("person__isnull", False)),
                    models.Q(("client_kind", "household"), ("household__isnull", False)),
                    models.Q(
                        ("client_kind__in", ["group", "community"]),
                        ("person__isnull", True),
                        models.Q(("name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="cases_case_has_its_client",
                violation_error_message="Pilih untuk siapa kasus ini dibuka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("state", "open")),
                    models.Q(("closed_at__isnull", False), ("state", "closed")),
                    _connector="OR",
                ),
                name="cases_case_closed_paired",
                violation_error_message="Kasus yang diakhiri harus punya tanggal akhir.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("contact_days__gte", 1), ("contact_days__lte", 366)),
                name="cases_case_contact_days",
                violation_error_message="Jarak kontak antara 1 dan 366 hari.",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("request__isnull", False)),
                fields=("request",),
                name="cases_case_once_a_request",
                violation_error_message="Permintaan ini sudah menjadi kasus.",
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["case", "at"], name="cases_appointment_of_case"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                condition=models.Q(("state", "planned")), fields=["staff", "at"], name="cases_appointment_of_staff"
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["case", "-at"], name="cases_activity_of_case"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("goal_id__isnull", False)), fields=["goal_id"], name="cases_activity_of_goal"
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                name="cases_activity_minutes",
                violation_error_message="Lama kegiatan antara 1 menit dan satu hari.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseperson",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("case", "person"),
                name="cases_person_once",
                violation_error_message="Orang ini sudah tercatat di kasus ini.",
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["case", "-at"], name="cases_decision_of_case"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["case", "-made_at"], name="cases_document_of_case"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0), ("size__lte", 15728640)),
                name="cases_document_size",
                violation_error_message="Berkas paling besar 15 MB.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(fields=("case", "version"), name="cases_contract_version"),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "agreed")), fields=("case",), name="cases_one_agreed_contract"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")), fields=("case",), name="cases_one_draft_contract"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed_at__isnull", True), ("agreed_before__isnull", True), ("mode", ""), ("state", "draft")
                    ),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True),
                        models.Q(("mode", ""), _negated=True),
                        ("agreed_at__isnull", False),
                        ("agreed_before__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="cases_contract_agreed_paired",
                violation_error_message="Catat bagaimana kontrak ini disepakati.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence__isnull", True), ("mode", "")),
                    models.Q(("evidence__isnull", False), ("mode__in", ["signature", "thumbprint"])),
                    models.Q(("mode", "spoken"), ("witness__isnull", False)),
                    _connector="OR",
                ),
                name="cases_contract_has_evidence",
                violation_error_message="Kontrak perlu tanda tangan, cap jempol, atau nama saksi.",
            ),
        ),
        migrations.AddIndex(
            model_name="note",
            index=models.Index(fields=["case", "-at"], name="cases_note_of_case"),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrects__isnull", True), ("activity__isnull", True), _connector="OR"),
                name="cases_note_mends_one",
            ),
        ),
        migrations.AddIndex(
            model_name="riskchange",
            index=models.Index(fields=["case", "at"], name="cases_risk_of_case"),
        ),
        migrations.AddConstraint(
            model_name="riskchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("by__isnull", False), models.Q(("rule", ""), _negated=True), _connector="OR"),
                name="cases_risk_machine_names_rule",
            ),
        ),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(
                condition=models.Q(("state", "asked")), fields=["unit", "asked_at"], name="cases_signature_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(fields=["case", "subject_kind", "-asked_at"], name="cases_signature_of_case"),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                    _connector="OR",
                ),
                name="cases_never_signs_own",
                violation_error_message="Pekerjaan sendiri ditandatangani oleh orang lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("state", "asked")),
                    models.Q(
                        models.Q(("state", "asked"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="cases_signature_decided_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("case", "subject_kind"),
                name="cases_signature_asked_once",
                violation_error_message="Tanda tangan ini sudah diminta.",
            ),
        ),
        migrations.AddIndex(
            model_name="stagestep",
            index=models.Index(fields=["case", "at"], name="cases_step_of_case"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["case", "state", "due"], name="cases_task_of_case"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["owner", "due"], name="cases_task_of_owner"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("goal_id__isnull", False)), fields=["goal_id"], name="cases_task_of_goal"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner__isnull", False), ("owner_kind", "staff")),
                    models.Q(("owner__isnull", True), ("owner_kind", "client")),
                    _connector="OR",
                ),
                name="cases_task_owned",
                violation_error_message="Pilih siapa yang mengerjakan tugas ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state", "open")),
                    models.Q(models.Q(("state", "open"), _negated=True), ("ended_at__isnull", False)),
                    _connector="OR",
                ),
                name="cases_task_ended_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("case", "staff"),
                name="cases_member_once",
                violation_error_message="Petugas ini sudah ada di tim.",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "worker"), ("until__isnull", True)),
                fields=("case",),
                name="cases_one_worker",
                violation_error_message="Satu kasus punya satu penanggung jawab.",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="cases_member_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="termination",
            index=models.Index(fields=["case", "-at"], name="cases_termination_of_case"),
        ),
        migrations.AddConstraint(
            model_name="termination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("satisfaction__isnull", True),
                    models.Q(("satisfaction__gte", 1), ("satisfaction__lte", 5)),
                    _connector="OR",
                ),
                name="cases_termination_satisfaction",
                violation_error_message="Kepuasan dinilai 1 sampai 5.",
            ),
        ),
        migrations.AddConstraint(
            model_name="termination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reopened_at__isnull", True), ("reopened_by__isnull", True)),
                    models.Q(("reopened_at__isnull", False), ("reopened_by__isnull", False)),
                    _connector="OR",
                ),
                name="cases_termination_reopened_paired",
            ),
        ),
        migrations.AddConstraint(
            model_name="termination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("passed_over", []), ("passed_over_by__isnull", True)),
                    models.Q(
                        models.Q(("passed_over", []), _negated=True),
                        ("passed_over_by__isnull", False),
                        ("passed_over_reason__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="cases_termination_passed_over_reasoned",
                violation_error_message="Tulis mengapa kasus tetap diakhiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="termination",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reopened_at__isnull", True)), fields=("case",), name="cases_ended_once"
            ),
        ),
    ]
