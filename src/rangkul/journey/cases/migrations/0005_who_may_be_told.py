"""Who stands around the client: relation, influence, and whether they may be told anything."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0001_ground"),
        ("cases", "0004_escalations_who_sees_what"),
    ]

    operations = [
        migrations.AddField(
            model_name="caseperson",
            name="contact",
            field=models.CharField(
                choices=[
                    ("unasked", "Belum ditanyakan: jangan dihubungi"),
                    ("allowed", "Klien mengizinkan"),
                    ("refused", "Klien tidak mengizinkan"),
                    ("guardian", "Wali memutuskan, demi kepentingan terbaik"),
                ],
                db_default="unasked",
                default="unasked",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="contact_words",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="gets_news",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="in_emergency",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="influence",
            field=models.CharField(
                choices=[
                    ("unknown", "Belum digali"),
                    ("supports", "Menguatkan"),
                    ("burdens", "Memberatkan"),
                    ("both", "Keduanya"),
                ],
                db_default="unknown",
                default="unknown",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="key",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="base.datakey",
            ),
        ),
        migrations.AddField(
            model_name="caseperson",
            name="relation",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="caseperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gets_news", False), ("in_emergency", False)),
                    ("contact__in", ("allowed", "guardian")),
                    _connector="OR",
                ),
                name="cases_person_told_with_leave",
                violation_error_message="Tanpa izin klien orang ini tidak dihubungi dan tidak diberi kabar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("contact", "guardian"), _negated=True), ("contact_words__isnull", False), _connector="OR"
                ),
                name="cases_person_guardian_says_why",
                violation_error_message="Tulis mengapa keputusan wali ini demi kepentingan terbaik.",
            ),
        ),
    ]
