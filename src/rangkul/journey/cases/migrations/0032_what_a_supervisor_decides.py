"""Goals and rules that stand against each other come before a supervisor, as what is signed does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0031_who_joined_is_known_to_be_tied")]

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
                    ("exemption", "Tulisan yang ditahan dari klien"),
                    ("goals", "Tujuan yang berseberangan"),
                    ("rules", "Aturan yang berbenturan"),
                ],
                max_length=12,
            ),
        ),
    ]
