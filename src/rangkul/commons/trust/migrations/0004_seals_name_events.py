from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0003_erasing")]

    operations = [migrations.AddField("seal", "marks", models.BinaryField(default=bytes))]
