"""A supervisor co-signs what leaves a junior's case, or a red one, as a document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_reminders")]

    operations = [
        migrations.AlterField(
            model_name="signature",
            name="subject_kind",
            field=models.CharField(
                choices=[
                    ("assessment", "Asesmen"),
                    ("plan", "Rencana"),
                    ("termination", "Pengakhiran kasus"),
                    ("risk", "Kasus merah"),
                    ("document", "Surat atau laporan"),
                ],
                max_length=12,
            ),
        ),
    ]
