"""Why somebody above was told: at once because it is red, because its clock ran out, or because nobody else may be."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0003_find_closed_requests")]

    operations = [
        migrations.AddField(
            model_name="escalation",
            name="why",
            field=models.CharField(
                choices=[
                    ("red", "Permintaan merah"),
                    ("overdue", "Batas waktunya lewat"),
                    ("nobody", "Tidak ada penyelia yang boleh diberi tahu"),
                ],
                default="overdue",
                max_length=8,
            ),
        )
    ]
