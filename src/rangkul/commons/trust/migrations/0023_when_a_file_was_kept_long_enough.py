"""When the time for keeping a file is over, the data officer is asked what becomes of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0022_who_sees_a_doubt")]

    operations = [
        migrations.AlterField(
            model_name="rightsrequest",
            name="right",
            field=models.CharField(
                choices=[
                    ("information", "Penjelasan"),
                    ("access", "Salinan data"),
                    ("correction", "Perbaikan data"),
                    ("deletion", "Penghapusan data"),
                    ("restriction", "Pembatasan pemakaian data"),
                    ("objection", "Keberatan atas keputusan otomatis"),
                    ("portability", "Data untuk dipindahkan"),
                    ("compensation", "Ganti rugi"),
                    ("withdrawal", "Penarikan persetujuan"),
                    ("retention", "Masa simpan habis"),
                ],
                max_length=12,
            ),
        ),
    ]
