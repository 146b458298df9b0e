"""The client of a case has a ticket of their own, also where somebody else asked or nobody did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0015_who_decides_is_not_tied"),
    ]

    operations = [
        migrations.AlterField(
            model_name="request",
            name="via",
            field=models.CharField(
                choices=[
                    ("web", "Situs"),
                    ("phone", "Telepon"),
                    ("walk_in", "Datang sendiri"),
                    ("letter", "Surat"),
                    ("outreach", "Penjangkauan"),
                    ("partner", "Lembaga mitra"),
                    ("chat", "Ruang konseling"),
                    ("report", "Laporan kekhawatiran"),
                    ("case", "Tiket dari kasus"),
                ],
                default="web",
                max_length=10,
            ),
        ),
    ]
