"""A house that helps may refer on, and says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0002_who_sees_other_houses"),
    ]

    operations = [
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
                ],
                max_length=9,
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
                ],
                max_length=9,
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
                ],
                max_length=9,
            ),
        ),
    ]
