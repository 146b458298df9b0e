"""The labels as the models say them; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_staff_trained_for_violence"),
    ]

    operations = [
        migrations.AlterField(
            model_name="staff",
            name="last_login",
            field=models.DateTimeField(blank=True, null=True, verbose_name="last login"),
        ),
        migrations.AlterField(
            model_name="staff",
            name="password",
            field=models.CharField(max_length=128, verbose_name="password"),
        ),
    ]
