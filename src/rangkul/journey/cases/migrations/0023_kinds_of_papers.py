"""An attachment may say which paper it is, so that a condition of the list of services finds it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_files_of_requests")]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("identity", "Kartu identitas"),
                    ("ktp", "KTP"),
                    ("kk", "Kartu Keluarga"),
                    ("kia", "Kartu Identitas Anak"),
                    ("birth", "Akta kelahiran"),
                    ("sktm", "Surat keterangan tidak mampu"),
                    ("bpjs", "Kartu BPJS Kesehatan/KIS"),
                    ("doctor", "Surat keterangan dokter"),
                    ("police", "Surat dari kepolisian"),
                    ("disability", "Kartu Penyandang Disabilitas"),
                    ("letter", "Surat"),
                    ("report", "Laporan"),
                    ("photo", "Foto"),
                    ("signature", "Tanda tangan"),
                    ("thumbprint", "Cap jempol"),
                    ("other", "Lainnya"),
                ],
                default="other",
                max_length=10,
            ),
        ),
    ]
