"""What a call costs: whoever has no credit must know before dialling."""

from django.db import migrations, models

from rangkul.entry.crisis.hotlines.reference import costs


def fill(apps, schema_editor):
    hotline = apps.get_model("crisis", "Hotline")
    for key, cost in costs().items():
        if cost:
            hotline.objects.using(schema_editor.connection.alias).filter(key=key).update(cost=cost)


class Migration(migrations.Migration):
    dependencies = [("crisis", "0002_load_hotlines")]
    operations = [
        migrations.AddField(
            model_name="hotline",
            name="cost",
            field=models.CharField(
                blank=True,
                choices=[
                    ("free", "Gratis, tidak memakai pulsa"),
                    ("usual", "Memakai pulsa biasa"),
                    ("data", "Memakai paket data"),
                ],
                default="",
                max_length=5,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
