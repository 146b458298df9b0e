"""The project's own list of help lines. Lines that an installation already changed stay as they are."""

from django.db import migrations

from rangkul.entry.crisis.hotlines.reference import rows


def load(apps, schema_editor):
    hotline = apps.get_model("crisis", "Hotline")
    for row in rows():
        hotline.objects.get_or_create(key=row["key"], defaults=row)


class Migration(migrations.Migration):
    dependencies = [("crisis", "0001_hotlines")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
