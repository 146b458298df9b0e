"""The labels as the models say them; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desks", "0001_tally"),
    ]

    operations = [
        migrations.AlterField(
            model_name="tally",
            name="measure",
            field=models.CharField(
                choices=[
                    ("requests_open", "Permintaan yang menunggu"),
                    ("requests_late", "Permintaan lewat batas waktu"),
                    ("cases_open", "Kasus berjalan"),
                    ("cases_high", "Kasus merah dan oranye"),
                    ("cases_quiet", "Kasus tanpa kontak melebihi kesepakatan"),
                    ("staff", "Petugas praktik"),
                ],
                max_length=16,
            ),
        ),
    ]
