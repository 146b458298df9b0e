"""Files travel with a referral between two houses, and a result comes back."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("exchange", "0003_referred_onward"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IncomingFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("announced", models.UUIDField(blank=True, null=True)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.BinaryField(max_length=32)),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("waiting", "sedang dikirim"),
                            ("delivered", "sudah sampai"),
                            ("refused", "tidak diterima di sana"),
                            ("failed", "tidak bisa disampaikan"),
                        ],
                        max_length=9,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="message",
            name="file_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="of",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="heard",
            name="kind",
            field=models.CharField(
                choices=[
                    ("referral", "Rujukan"),
                    ("answer", "Jawaban atas pertanyaan"),
                    ("extended", "Hari terakhir diperpanjang"),
                    ("ended", "Rujukan berakhir"),
                    ("withdrawn", "Rujukan ditarik"),
                    ("seen", "Dibaca"),
                    ("accepted", "Diterima"),
                    ("begun", "Mulai dilayani"),
                    ("completed", "Hasil"),
                    ("onward", "Dirujuk lagi"),
                    ("declined", "Ditolak"),
                    ("question", "Pertanyaan"),
                    ("stopped", "Pemakaian data dihentikan"),
                    ("file", "Berkas"),
                ],
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="incoming",
            name="ended_as",
            field=models.CharField(
                blank=True,
                choices=[
                    ("referral", "Rujukan"),
                    ("answer", "Jawaban atas pertanyaan"),
                    ("extended", "Hari terakhir diperpanjang"),
                    ("ended", "Rujukan berakhir"),
                    ("withdrawn", "Rujukan ditarik"),
                    ("seen", "Dibaca"),
                    ("accepted", "Diterima"),
                    ("begun", "Mulai dilayani"),
                    ("completed", "Hasil"),
                    ("onward", "Dirujuk lagi"),
                    ("declined", "Ditolak"),
                    ("question", "Pertanyaan"),
                    ("stopped", "Pemakaian data dihentikan"),
                    ("file", "Berkas"),
                ],
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="fault",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_answer", "Server tujuan tidak menjawab"),
                    ("broken", "Server tujuan sedang bermasalah"),
                    ("unknown_sender", "Server tujuan belum mengenal kunci server ini"),
                    ("closed", "Server tujuan menghentikan hubungan"),
                    ("wrong_addressee", "Kunci server tujuan sudah berganti"),
                    ("too_many", "Server tujuan meminta menunggu"),
                    ("no_proof", "Jawabannya tidak bertanda tangan yang benar"),
                    ("refused", "Server tujuan menolak pesan ini"),
                    ("too_late", "Waktunya habis sebelum sampai"),
                    ("no_files", "Server tujuan belum bisa menerima berkas"),
                    ("erased", "Isinya sudah dihapus di sini"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="kind",
            field=models.CharField(
                choices=[
                    ("referral", "Rujukan"),
                    ("answer", "Jawaban atas pertanyaan"),
                    ("extended", "Hari terakhir diperpanjang"),
                    ("ended", "Rujukan berakhir"),
                    ("withdrawn", "Rujukan ditarik"),
                    ("seen", "Dibaca"),
                    ("accepted", "Diterima"),
                    ("begun", "Mulai dilayani"),
                    ("completed", "Hasil"),
                    ("onward", "Dirujuk lagi"),
                    ("declined", "Ditolak"),
                    ("question", "Pertanyaan"),
                    ("stopped", "Pemakaian data dihentikan"),
                    ("file", "Berkas"),
                ],
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="peer",
            name="fault",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_answer", "Server tujuan tidak menjawab"),
                    ("broken", "Server tujuan sedang bermasalah"),
                    ("unknown_sender", "Server tujuan belum mengenal kunci server ini"),
                    ("closed", "Server tujuan menghentikan hubungan"),
                    ("wrong_addressee", "Kunci server tujuan sudah berganti"),
                    ("too_many", "Server tujuan meminta menunggu"),
                    ("no_proof", "Jawabannya tidak bertanda tangan yang benar"),
                    ("refused", "Server tujuan menolak pesan ini"),
                    ("too_late", "Waktunya habis sebelum sampai"),
                    ("no_files", "Server tujuan belum bisa menerima berkas"),
                    ("erased", "Isinya sudah dihapus di sini"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="said",
            name="kind",
            field=models.CharField(
                choices=[
                    ("referral", "Rujukan"),
                    ("answer", "Jawaban atas pertanyaan"),
                    ("extended", "Hari terakhir diperpanjang"),
                    ("ended", "Rujukan berakhir"),
                    ("withdrawn", "Rujukan ditarik"),
                    ("seen", "Dibaca"),
                    ("accepted", "Diterima"),
                    ("begun", "Mulai dilayani"),
                    ("completed", "Hasil"),
                    ("onward", "Dirujuk lagi"),
                    ("declined", "Ditolak"),
                    ("question", "Pertanyaan"),
                    ("stopped", "Pemakaian data dihentikan"),
                    ("file", "Berkas"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(condition=models.Q(("of__isnull", False)), fields=["of"], name="exchange_files_of"),
        ),
        migrations.AddField(
            model_name="incomingfile",
            name="by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="incomingfile",
            name="incoming",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="exchange.incoming"
            ),
        ),
        migrations.AddField(
            model_name="incomingfile",
            name="key",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingfile",
            constraint=models.UniqueConstraint(
                fields=("incoming", "announced", "sha256"), name="exchange_file_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="incomingfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("announced__isnull", False), ("by__isnull", True), ("state", "")),
                    models.Q(
                        ("announced__isnull", True), ("by__isnull", False), models.Q(("state", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="exchange_file_of_one_side",
                violation_error_message="Berkas datang dari sana, atau dikirim dari sini.",
            ),
        ),
    ]
