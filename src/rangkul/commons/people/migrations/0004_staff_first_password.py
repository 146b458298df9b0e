from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_labels_of_the_account")]

    operations = [
        migrations.AddField("staff", "first_password", models.BooleanField(default=False, db_default=False)),
    ]
