"""A suggestion may be about the organisation behind an entry."""

from django.db import migrations, models

TOPICS = [
    ("closed", "Sudah tutup"),
    ("moved", "Sudah pindah"),
    ("phone", "Nomor atau alamat surat tidak benar"),
    ("hours", "Jam buka tidak benar"),
    ("address", "Alamat tidak benar"),
    ("conditions", "Syarat atau biaya tidak benar"),
    ("body", "Nama atau keterangan lembaganya tidak benar"),
    ("other", "Hal lain"),
]


class Migration(migrations.Migration):
    dependencies = [("directory", "0018_apart_is_taken_back")]

    operations = [
        migrations.AlterField("service", "doubt", models.CharField(blank=True, choices=TOPICS, max_length=10)),
        migrations.AlterField("suggestion", "topic", models.CharField(choices=TOPICS, max_length=10)),
    ]
