"""A table may be for the school or the family of a child: the child is heard first, and they may meet again."""

from django.conf import settings
from django.db import migrations, models

import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0016_readings_of_every_registration"),
        ("conferences", "0003_name_guests_who_read"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="conference",
            name="kind",
            field=models.CharField(
                choices=[
                    ("case", "Pembahasan kasus"),
                    ("school", "Pertemuan dengan sekolah"),
                    ("family", "Pertemuan keluarga"),
                ],
                db_default="case",
                default="case",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="conference",
            name="next_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="conference",
            name="voice",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "case"), ("voice__isnull", False), _connector="OR"),
                name="conferences_conference_hears_the_child",
                violation_error_message="Tulis suara anak lebih dulu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on__isnull", True), ("state", "held"), _connector="OR"),
                name="conferences_conference_meets_again_after_it_was_held",
                violation_error_message="Pertemuan berikutnya dicatat sesudah yang ini selesai.",
            ),
        ),
    ]
