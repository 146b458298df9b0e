"""A screening keeps which version of the makers' words it was asked with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crisis", "0007_name_who_calls_the_lines")]

    operations = [
        migrations.AddField(model_name="screening", name="wording", field=models.UUIDField(null=True, blank=True)),
        migrations.AddField(
            model_name="screening",
            name="wording_name",
            field=models.CharField(max_length=120, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="screening",
            name="wording_language",
            field=models.CharField(max_length=12, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.CheckConstraint(
                name="crisis_screening_wording_whole",
                condition=models.Q(wording__isnull=True, wording_name="", wording_language="")
                | models.Q(wording__isnull=False) & ~models.Q(wording_name="") & ~models.Q(wording_language=""),
                violation_error_message="Teks yang dipakai bertanya dicatat bersama versi dan bahasanya.",
            ),
        ),
    ]
