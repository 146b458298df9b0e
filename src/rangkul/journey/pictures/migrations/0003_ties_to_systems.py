"""Ties of a household to the systems around it: the lines of the ecomap."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("assessment", "0005_remind_of_the_next_look"),
        ("base", "0003_forget_old_answers"),
        ("cases", "0012_supervisors_sign_documents"),
        ("pictures", "0002_who_sees_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SystemTie",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "system",
                    models.CharField(
                        choices=[
                            ("kin", "Keluarga besar"),
                            ("work", "Pekerjaan"),
                            ("school", "Sekolah"),
                            ("health", "Layanan kesehatan"),
                            ("worship", "Ibadah"),
                            ("friends", "Teman"),
                            ("aid", "Bantuan sosial dan pemerintah"),
                            ("law", "Hukum"),
                            ("leisure", "Rekreasi"),
                            ("transport", "Transportasi"),
                            ("neighbours", "RT/RW dan tetangga"),
                            ("online", "Pergaulan daring"),
                            ("other", "Lainnya, beri nama"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("strong", "kuat"),
                            ("tenuous", "lemah atau belum pasti"),
                            ("stressful", "menekan atau penuh pertentangan"),
                            ("mixed", "kuat dan sekaligus menekan"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "flow",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in", "ke rumah tangga ini"),
                            ("out", "dari rumah tangga ini"),
                            ("both", "ke dua arah"),
                            ("", "Belum diketahui"),
                        ],
                        default="",
                        max_length=4,
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
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="system_ties", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="pictures.systemtie",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                "indexes": [models.Index(fields=["case", "made_at"], name="pictures_systemtie_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("system", "other"), _negated=True), ("name__isnull", False), _connector="OR"
                        ),
                        name="pictures_systemtie_other_named",
                        violation_error_message="Tulis nama yang ada di ujung ikatan ini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_because__isnull", True), ("ended_by__isnull", True), ("ended_on__isnull", True)
                            ),
                            models.Q(
                                ("ended_because__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pictures_systemtie_end_paired",
                        violation_error_message="Tulis mengapa ikatan ini diakhiri.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                            models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                            _connector="OR",
                        ),
                        name="pictures_systemtie_correction_paired",
                        violation_error_message="Koreksi memerlukan alasan.",
                    ),
                    models.UniqueConstraint(
                        fields=("corrects",),
                        name="pictures_systemtie_corrected_once",
                        violation_error_message="Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("corrects__isnull", True)),
                        fields=("institution",),
                        name="pictures_systemtie_taken_once",
                        violation_error_message="Lembaga ini sudah ada di ekomap.",
                    ),
                ],
            },
        ),
    ]
