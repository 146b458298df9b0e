"""Somebody may also ask for help by beginning to talk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0009_say_supervisor")]

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
                ],
                default="web",
                max_length=10,
            ),
        )
    ]
