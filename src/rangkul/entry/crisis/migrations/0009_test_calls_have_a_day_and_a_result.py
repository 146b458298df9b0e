"""The monthly test call of a help line has a day by which it is done, and what came of it."""

from django.db import migrations, models

from rangkul.base.rls import also_see


class Migration(migrations.Migration):
    dependencies = [("crisis", "0008_keep_words_of_a_screening")]

    operations = [
        migrations.AddField(model_name="hotline", name="called_on", field=models.DateField(null=True, blank=True)),
        migrations.AddField(
            model_name="hotline",
            name="result",
            field=models.CharField(
                max_length=8,
                blank=True,
                default="",
                choices=[
                    ("answered", "dijawab"),
                    ("silent", "tidak dijawab"),
                    ("wrong", "salah sambung atau mati"),
                ],
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="linekeeper", name="due_day", field=models.PositiveSmallIntegerField(default=10)
        ),
        migrations.AddConstraint(
            model_name="hotline",
            constraint=models.CheckConstraint(
                name="crisis_hotline_call_has_result",
                condition=models.Q(called_on__isnull=True, result="")
                | models.Q(called_on__isnull=False) & ~models.Q(result=""),
                violation_error_message="Hari telepon uji dan hasilnya dicatat bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linekeeper",
            constraint=models.CheckConstraint(
                name="crisis_linekeeper_day_of_every_month",
                condition=models.Q(due_day__gte=1, due_day__lte=28),
                violation_error_message="Pilih tanggal 1 sampai 28.",
            ),
        ),
        # The clock finds whose calls are late.
        also_see("crisis_linekeeper", "by_clock", "(SELECT ask_kind()) = 'job'"),
    ]
