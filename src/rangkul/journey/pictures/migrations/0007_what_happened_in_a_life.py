"""What happened in a life, as somebody told it: events on the timeline of a case."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0012_supervisors_sign_documents"),
        ("pictures", "0006_who_sees_problems"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LifeEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("happened_on", models.DateField()),
                (
                    "exactness",
                    models.CharField(
                        choices=[
                            ("day", "tanggalnya diketahui"),
                            ("month", "bulan dan tahunnya saja"),
                            ("year", "tahunnya saja"),
                            ("about", "kira-kira tahunnya"),
                        ],
                        max_length=5,
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
                ("correction_reason", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="life_events", to="cases.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="pictures.lifeevent",
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
                "indexes": [models.Index(fields=["case", "happened_on"], name="pictures_lifeevent_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words__isnull", False)),
                        name="pictures_lifeevent_said",
                        violation_error_message="Tulis apa yang terjadi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exactness", "day"),
                            models.Q(("exactness", "month"), ("happened_on__day", 1)),
                            models.Q(
                                ("exactness__in", ["year", "about"]), ("happened_on__day", 1), ("happened_on__month", 1)
                            ),
                            _connector="OR",
                        ),
                        name="pictures_lifeevent_no_more_than_told",
                        violation_error_message="Simpan tanggal hanya sejauh yang diketahui.",
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
                        name="pictures_lifeevent_end_paired",
                        violation_error_message="Tulis mengapa peristiwa ini ditarik kembali.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_reason__isnull", True), ("corrects__isnull", True)),
                            models.Q(("correction_reason__isnull", False), ("corrects__isnull", False)),
                            _connector="OR",
                        ),
                        name="pictures_lifeevent_correction_paired",
                        violation_error_message="Koreksi memerlukan alasan.",
                    ),
                    models.UniqueConstraint(
                        fields=("corrects",),
                        name="pictures_lifeevent_corrected_once",
                        violation_error_message="Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi.",
                    ),
                ],
            },
        ),
    ]
