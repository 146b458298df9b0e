"""One word for one thing: who stands above a worker is their supervisor. Words only; no row changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0008_erase_who_was_never_registered")]

    operations = [
        migrations.AlterField(
            model_name="escalation",
            name="why",
            field=models.CharField(
                choices=[
                    ("red", "Permintaan merah"),
                    ("overdue", "Batas waktunya lewat"),
                    ("nobody", "Tidak ada supervisor yang boleh diberi tahu"),
                ],
                default="overdue",
                max_length=8,
            ),
        )
    ]
