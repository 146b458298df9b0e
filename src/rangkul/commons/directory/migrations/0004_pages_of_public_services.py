"""An index in which pages of what everybody may read are counted and skipped."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_bounds_and_history")]

    operations = [
        migrations.AddIndex(
            model_name="service", index=models.Index(fields=["public", "id"], name="directory_service_public")
        ),
    ]
