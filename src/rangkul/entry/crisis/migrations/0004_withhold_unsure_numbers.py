"""A number known from hearsay that may be somebody's own telephone is not shown before somebody made sure."""

from django.db import migrations, models


def withhold(apps, schema_editor):
    hotline = apps.get_model("crisis", "Hotline")
    hotline.objects.using(schema_editor.connection.alias).filter(
        key="kpai", verified_on__isnull=True, status="unconfirmed"
    ).update(status="withheld")


class Migration(migrations.Migration):
    dependencies = [("crisis", "0003_cost_of_a_call")]
    operations = [
        migrations.AlterField(
            model_name="hotline",
            name="status",
            field=models.CharField(
                choices=[
                    ("active", "Active"),
                    ("unconfirmed", "Unconfirmed"),
                    ("withheld", "Withheld"),
                    ("closed", "Closed"),
                ],
                max_length=11,
            ),
        ),
        migrations.RunPython(withhold, migrations.RunPython.noop),
    ]
