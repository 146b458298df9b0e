"""A report about somebody is a door of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0010_ask_by_chat"),
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
                ],
                default="web",
                max_length=10,
            ),
        ),
    ]
