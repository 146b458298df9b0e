"""A need, and what is asked for it, may stand in a request as well as in a case."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0015_receivers_read_too"),
        ("intake", "0011_let_reports_come_in"),
        ("people", "0006_students_stand_apart"),
        ("referral", "0002_who_sees_what"),
        ("trust", "0016_an_opened_file_has_its_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="need",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="needs",
                to="intake.request",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="request",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="intake.request",
            ),
        ),
        migrations.AlterField(
            model_name="need",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="needs",
                to="cases.case",
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                condition=models.Q(("request__isnull", False)), fields=["request"], name="referral_need_of_request"
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("request__isnull", False)), fields=["request"], name="referral_of_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("request__isnull", True)),
                    models.Q(("case__isnull", True), ("request__isnull", False)),
                    _connector="OR",
                ),
                name="referral_need_of_one_file",
                violation_error_message="Kebutuhan dicatat di kasus, atau di permintaan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", False), ("request__isnull", True)),
                    models.Q(("case__isnull", True), ("request__isnull", False)),
                    _connector="OR",
                ),
                name="referral_of_one_file",
                violation_error_message="Rujukan dimulai dari kasus, atau dari permintaan.",
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="verb",
            field=models.CharField(
                choices=[
                    ("send", "Dikirim"),
                    ("discard", "Persiapan dihentikan"),
                    ("see", "Dibaca penerima"),
                    ("accept", "Diterima"),
                    ("begin", "Mulai dilayani"),
                    ("complete", "Selesai"),
                    ("decline", "Ditolak"),
                    ("cancel", "Ditarik"),
                    ("expire", "Lewat hari terakhir"),
                    ("fail", "Tidak sampai"),
                    ("ask", "Bertanya"),
                    ("tell", "Menjawab"),
                    ("file", "Mengirim berkas"),
                    ("extend", "Hari terakhir diperpanjang"),
                    ("remind", "Diingatkan"),
                    ("queue", "Urutan ditetapkan"),
                    ("stopped", "Pemakaian data sudah dihentikan"),
                ],
                max_length=8,
            ),
        ),
    ]
