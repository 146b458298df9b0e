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
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("letterhead", models.TextField(blank=True, max_length=600)),
                ("active", models.BooleanField(default=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NameCut",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "agency_id", "cut", "word", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("agency_id", models.UUIDField()),
                ("cut", models.CharField(db_collation="C", max_length=40)),
                ("word", models.CharField(db_collation="C", max_length=40)),
                ("key", models.CharField(db_collation="C", max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Staff",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("password", models.CharField(max_length=128, verbose_name="sandi")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="masuk terakhir")),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "Nama masuk ini sudah dipakai."}, max_length=60, unique=True
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("full_name", models.CharField(max_length=120)),
                ("called_name", models.CharField(max_length=60)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("P", "Perempuan"), ("L", "Laki-laki"), ("", "Belum diketahui")],
                        max_length=1,
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("peksos", "Pekerja sosial"),
                                ("junior", "Pekerja sosial junior"),
                                ("supervisor", "Supervisor"),
                                ("pimpinan", "Pimpinan lembaga"),
                                ("admin", "Admin"),
                                ("pdp", "Pejabat pelindungan data"),
                                ("auditor", "Auditor"),
                            ],
                            max_length=12,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=13), blank=True, default=list, size=None
                    ),
                ),
                ("on_duty", models.BooleanField(default=False)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervises",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="staff", to="people.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("full_name", models.CharField(max_length=120)),
                ("called_name", models.CharField(blank=True, max_length=60)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("P", "Perempuan"), ("L", "Laki-laki"), ("", "Belum diketahui")],
                        max_length=1,
                    ),
                ),
                ("birth_date", models.DateField(blank=True, null=True)),
                (
                    "birth_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("day", "Tanggal pasti"),
                            ("month", "Bulan dan tahun saja"),
                            ("year", "Tahun saja"),
                            ("about", "Kira-kira"),
                            ("", "Belum diketahui"),
                        ],
                        max_length=5,
                    ),
                ),
                ("birth_place", models.CharField(blank=True, max_length=80)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("nik", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("nik_blind", models.BinaryField(max_length=32, null=True)),
                ("kk", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("kk_blind", models.BinaryField(max_length=32, null=True)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("restricted", models.BooleanField(default=False)),
                ("restricted_because", models.CharField(blank=True, max_length=300)),
                ("edition", models.PositiveIntegerField(default=1)),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.agency")),
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="base.datakey")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absorbed",
                        to="people.person",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Address",
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
                            ("domisili", "Tempat tinggal sekarang"),
                            ("ktp", "Alamat KTP"),
                            ("temu", "Tempat bertemu yang aman"),
                        ],
                        default="domisili",
                        max_length=10,
                    ),
                ),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("line", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("hamlet", models.CharField(blank=True, max_length=80)),
                ("rt", models.CharField(blank=True, max_length=3)),
                ("rw", models.CharField(blank=True, max_length=3)),
                ("postal_code", models.CharField(blank=True, max_length=5)),
                ("no_fixed_address", models.BooleanField(default=False)),
                ("landmark", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("hidden", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="base.datakey")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="people.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonName",
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
                        choices=[("alias", "Nama lain"), ("document", "Nama di dokumen"), ("former", "Nama dulu")],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="other_names", to="people.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=13), blank=True, default=list, size=None
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="units", to="people.agency"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="person",
            name="unit",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.unit"),
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("region_code", models.CharField(blank=True, max_length=13)),
                ("agency", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.agency")),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.unit")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="staff",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="staff",
                to="people.unit",
            ),
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("reason", models.CharField(max_length=500)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_reason", models.CharField(blank=True, max_length=500)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "absorbed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merged_by", to="people.person"
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merges", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="people_merge_undone_paired",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("absorbed",),
                        name="people_merge_absorbed_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kinship",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("parent", "orang tua"),
                            ("child", "anak"),
                            ("spouse", "suami atau istri"),
                            ("sibling", "saudara kandung"),
                            ("grandparent", "kakek atau nenek"),
                            ("grandchild", "cucu"),
                            ("guardian", "wali"),
                            ("caregiver", "pengasuh"),
                            ("in_law", "mertua, menantu, atau ipar"),
                            ("other", "kerabat lain"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "influence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("helps", "menguatkan"),
                            ("mixed", "kadang menguatkan, kadang melemahkan"),
                            ("harms", "melemahkan atau membahayakan"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("guardian", "wali"),
                            ("emergency", "dihubungi dalam keadaan darurat"),
                            ("informed", "boleh diberi tahu perkembangan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("may_contact", models.BooleanField(default=False)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kin", to="people.person"
                    ),
                ),
                (
                    "relative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kin_of", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("relative")), _negated=True),
                        name="people_kinship_of_two",
                        violation_error_message="Pilih orang lain sebagai kerabat.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("person", "relative", "relation"),
                        name="people_kinship_once",
                        violation_error_message="Hubungan ini sudah tercatat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("is_head", models.BooleanField(default=False)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="people.household"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("household", "person"),
                        name="people_member_once",
                        violation_error_message="Orang ini sudah tercatat di rumah tangga ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_head", True), ("until__isnull", True)),
                        fields=("household",),
                        name="people_member_one_head",
                        violation_error_message="Rumah tangga ini sudah punya kepala.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "person_id", "key", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("agency_id", models.UUIDField()),
                ("key", models.CharField(db_collation="C", max_length=64)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "agency_id", "person"], name="people_personkey_find")],
            },
        ),
        migrations.CreateModel(
            name="Phone",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("number_blind", models.BinaryField(max_length=32)),
                (
                    "owner",
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
                ("owner_name", models.CharField(blank=True, max_length=80)),
                ("shared", models.BooleanField(default=False)),
                ("whatsapp", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="base.datakey")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="phones", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["number_blind"], name="people_phone_number")],
            },
        ),
        migrations.CreateModel(
            name="SafeContact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
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
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="base.datakey")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="safe_contact", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_time__isnull", True), ("to_time__isnull", True)),
                            models.Q(("from_time__isnull", False), ("to_time__isnull", False)),
                            _connector="OR",
                        ),
                        name="people_safecontact_hours_paired",
                        violation_error_message="Isi jam mulai dan jam selesai, atau kosongkan keduanya.",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("nik_blind__isnull", False)), fields=["nik_blind"], name="people_person_nik"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("kk_blind__isnull", False)), fields=["kk_blind"], name="people_person_kk"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["agency", "birth_date"], name="people_person_birth"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["unit", "-made_at"], name="people_person_recent"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("birth_date__isnull", True), ("birth_precision", "")),
                    models.Q(("birth_date__isnull", False), models.Q(("birth_precision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="people_person_birth_paired",
                violation_error_message="Tanggal lahir belum lengkap: isi tanggal dan seberapa pasti.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="people_person_not_into_itself",
                violation_error_message="Orang ini tidak bisa digabung dengan dirinya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="staff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("roles__contains", ["admin", "peksos"])),
                    models.Q(("roles__contains", ["admin", "junior"])),
                    models.Q(("roles__contains", ["admin", "supervisor"])),
                    models.Q(("roles__contains", ["admin", "auditor"])),
                    models.Q(("roles__contains", ["auditor", "supervisor"])),
                    models.Q(("roles__contains", ["junior", "supervisor"])),
                    _connector="OR",
                    _negated=True,
                ),
                name="people_staff_roles_compatible",
                violation_error_message="Peran ini tidak boleh dipegang bersama oleh satu orang.",
            ),
        ),
    ]
