"""Which papers a client has may be asked, because a service may want one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("entitlements", "0002_who_sees_what")]

    operations = [
        migrations.AlterField(
            model_name="known",
            name="name",
            field=models.CharField(
                choices=[
                    ("dtsen", "Terdaftar di DTSEN"),
                    ("pregnant", "Ada yang sedang hamil di rumah"),
                    ("school", "Ada anak yang bersekolah"),
                    ("needs_school", "Ada anak yang bersekolah atau ingin kembali bersekolah, dan biayanya sulit"),
                    ("disability", "Ada penyandang disabilitas di rumah"),
                    ("orphan", "Ada anak yang ayah atau ibunya sudah meninggal"),
                    ("uninsured", "Ada yang belum punya JKN, atau kepesertaannya mati"),
                    ("poor", "Penghasilan tidak cukup untuk kebutuhan pokok"),
                    ("poor_house", "Rumahnya tidak layak huni"),
                    ("in_village", "Tinggal di desa (bukan kelurahan)"),
                    ("dismissed", "Baru di-PHK, dulu peserta BPJS Ketenagakerjaan"),
                    ("admitted", "Ada yang diterima kuliah"),
                    ("legal", "Menghadapi masalah hukum"),
                    ("no_papers", "Ada yang belum punya akta, KK, atau KTP"),
                    ("alone", "Lanjut usia yang hidup sendiri atau tidak ada yang merawat"),
                    ("has_ktp", "Punya KTP"),
                    ("has_kk", "Punya Kartu Keluarga"),
                    ("has_kia", "Punya Kartu Identitas Anak"),
                    ("has_birth", "Punya akta kelahiran"),
                    ("has_sktm", "Punya surat keterangan tidak mampu"),
                    ("has_bpjs", "Punya kartu BPJS Kesehatan/KIS"),
                    ("has_doctor", "Punya surat keterangan dokter"),
                    ("has_police", "Punya surat dari kepolisian"),
                    ("has_card", "Punya Kartu Penyandang Disabilitas"),
                ],
                max_length=12,
            ),
        ),
    ]
