"""Relation lines between two people of a family."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0010_tell_what_looking_into_cases_costs"),
        ("people", "0004_kinds_of_kinship_and_pregnancies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FamilyTie",
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
                            ("close", "dekat"),
                            ("fused", "sangat lekat, sulit lepas"),
                            ("distant", "renggang"),
                            ("conflict", "sering bertengkar"),
                            ("cut_off", "putus hubungan"),
                            ("violence", "kekerasan"),
                            ("sexual", "kekerasan seksual"),
                        ],
                        max_length=8,
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
                ("source_date", models.DateField()),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="family_ties", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("one", models.F("other")), _negated=True),
                        name="pictures_tie_of_two",
                        violation_error_message="Pilih orang lain di ujung garis ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=("case", "one", "other", "kind"),
                        name="pictures_tie_once",
                        violation_error_message="Garis ini sudah ada.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_by__isnull", True), ("ended_on__isnull", True)),
                            models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="pictures_tie_end_paired",
                    ),
                ],
            },
        ),
    ]
