"""A case may be walked by the template of a programme; which one is no decision about the client, and versions of the
case need not keep it: each choice is a step."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_clients_read_what_is_written")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="programme",
            field=models.CharField(
                blank=True,
                choices=[
                    ("anak", "ATENSI: anak"),
                    ("disabilitas", "ATENSI: penyandang disabilitas"),
                    ("tuna_sosial", "ATENSI: tuna sosial"),
                    ("tppo", "Korban perdagangan orang"),
                    ("napza", "ATENSI: korban penyalahgunaan NAPZA"),
                    ("lansia", "ATENSI: lanjut usia"),
                    ("bencana", "ATENSI: korban bencana dan lainnya"),
                ],
                default="",
                max_length=12,
            ),
        ),
    ]
