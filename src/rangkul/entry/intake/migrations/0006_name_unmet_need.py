"""A refusal may say that what would help does not exist yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0005_whoever_is_told_sees_that")]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="decline_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("outside_service", "Di luar layanan yang bisa kami berikan"),
                    ("outside_area", "Di luar wilayah layanan kami"),
                    ("no_resource", "Sumber daya untuk membantu belum ada"),
                    ("helped_elsewhere", "Sudah dibantu pihak lain"),
                    ("not_reached", "Tidak dapat dihubungi dengan cara yang aman"),
                    ("same_as_another", "Sama dengan permintaan lain"),
                    ("not_a_request", "Bukan permintaan bantuan"),
                    ("other", "Alasan lain"),
                ],
                max_length=20,
            ),
        )
    ]
