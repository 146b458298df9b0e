"""That the consent was taken back after a referral had ended is a step of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referral", "0007_who_sees_enclosures")]

    operations = [
        migrations.AlterField(
            model_name="step",
            name="verb",
            field=models.CharField(
                choices=[
                    ("send", "Dikirim"),
                    ("discard", "Persiapan dihentikan"),
                    ("see", "Dibaca penerima"),
                    ("accept", "Diterima"),
                    ("begin", "Mulai dilayani"),
                    ("complete", "Selesai"),
                    ("onward", "Dirujuk lagi"),
                    ("learn", "Hasil akhirnya diketahui"),
                    ("decline", "Ditolak"),
                    ("cancel", "Ditarik"),
                    ("expire", "Lewat hari terakhir"),
                    ("fail", "Tidak sampai"),
                    ("ask", "Bertanya"),
                    ("tell", "Menjawab"),
                    ("file", "Mengirim berkas"),
                    ("extend", "Hari terakhir diperpanjang"),
                    ("remind", "Diingatkan"),
                    ("queue", "Urutan ditetapkan"),
                    ("withdraw", "Persetujuannya dicabut"),
                    ("stopped", "Pemakaian data sudah dihentikan"),
                ],
                max_length=8,
            ),
        ),
    ]
