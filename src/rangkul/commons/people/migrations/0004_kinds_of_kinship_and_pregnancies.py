"""What sort of parent, partner or sibling somebody is, how it stands, deaths without a day, and pregnancies."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0002_wake_whoever_is_told"),
        ("people", "0003_labels_of_the_account"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pregnancy",
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
                            ("expected", "sedang mengandung"),
                            ("born", "lahir hidup"),
                            ("miscarried", "keguguran"),
                            ("stillborn", "lahir meninggal"),
                        ],
                        default="expected",
                        max_length=10,
                    ),
                ),
                ("on", models.DateField(blank=True, null=True)),
                ("year_only", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddField(
            model_name="kinship",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("birth", "kandung"),
                    ("adopted", "angkat"),
                    ("foster", "asuh (keluarga pengganti)"),
                    ("step", "tiri"),
                    ("married", "menikah"),
                    ("cohabiting", "hidup bersama tanpa menikah"),
                    ("twin", "kembar"),
                    ("identical", "kembar identik"),
                    ("placed", "dititipkan"),
                    ("ngenger", "ngenger (ikut keluarga lain)"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="kinship",
            name="standing",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "masih berlaku"),
                    ("separated", "berpisah"),
                    ("divorced", "bercerai"),
                    ("widowed", "cerai mati"),
                    ("mistake", "salah catat"),
                ],
                db_default="",
                default="",
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="kinship",
            name="years_only",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="person",
            name="died_precision",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Tanggal pasti, atau masih hidup"),
                    ("year", "Tahun saja"),
                    ("unknown", "Sudah meninggal, tidak tahu kapan"),
                ],
                db_default="",
                default="",
                max_length=7,
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="sex",
            field=models.CharField(
                blank=True,
                choices=[
                    ("P", "Perempuan"),
                    ("L", "Laki-laki"),
                    ("X", "Tidak biner atau lainnya"),
                    ("", "Belum diketahui"),
                ],
                max_length=1,
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "")),
                    models.Q(("kind__in", ("birth", "adopted", "foster", "step")), ("relation", "parent")),
                    models.Q(("kind__in", ("married", "cohabiting")), ("relation", "spouse")),
                    models.Q(("kind__in", ("twin", "identical")), ("relation", "sibling")),
                    models.Q(("kind__in", ("placed", "ngenger")), ("relation", "caregiver")),
                    models.Q(("kind__in", ("birth", "adopted", "foster", "step")), ("relation", "child")),
                    _connector="OR",
                ),
                name="people_kinship_kind_fits",
                violation_error_message="Jenis ini tidak cocok dengan hubungannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing", ""), ("until__isnull", False), _connector="OR"),
                name="people_kinship_standing_ended",
                violation_error_message="Isi sejak kapan keadaan ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True), ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="people_kinship_days_in_order",
                violation_error_message="Tanggal akhir tidak bisa sebelum tanggal mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("died_on__isnull", True), ("died_precision__in", ["", "unknown"])),
                    models.Q(("died_on__isnull", False), ("died_precision__in", ["", "year"])),
                    _connector="OR",
                ),
                name="people_person_death_fits",
                violation_error_message="Isi tanggal meninggalnya, atau pilih tidak tahu kapan.",
            ),
        ),
        migrations.AddField(
            model_name="pregnancy",
            name="father",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="pregnancy",
            name="mother",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pregnancies", to="people.person"
            ),
        ),
        migrations.AddConstraint(
            model_name="pregnancy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("father__isnull", True), models.Q(("mother", models.F("father")), _negated=True), _connector="OR"
                ),
                name="people_pregnancy_of_two",
                violation_error_message="Pilih orang lain sebagai ayahnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pregnancy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome", "expected")),
                fields=("mother",),
                name="people_pregnancy_one_expected",
                violation_error_message="Kehamilan ini sudah tercatat.",
            ),
        ),
    ]
