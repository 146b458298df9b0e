"""That a device near somebody may call for help is a purpose of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0019_rules_on_technology_are_signed")]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("service", "Menghubungi Anda dan menangani permintaan ini"),
                    (
                        "share",
                        "Meneruskan data seperlunya ke lembaga lain yang bisa membantu, setelah Anda ditanya lagi",
                    ),
                    ("statistics", "Dihitung dalam statistik tanpa nama"),
                    ("learning", "Dipakai belajar oleh calon pekerja sosial, tanpa nama dan tempat"),
                    ("alert", "Menerima panggilan dari alat di dekat Anda, tanpa memantau Anda"),
                ],
                max_length=12,
            ),
        ),
    ]
