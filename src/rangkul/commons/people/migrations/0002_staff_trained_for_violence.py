from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_people")]

    operations = [
        migrations.AddField("staff", "trained_violence", models.BooleanField(default=False, db_default=False)),
    ]
