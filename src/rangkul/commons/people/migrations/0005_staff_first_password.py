from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_kinds_of_kinship_and_pregnancies")]

    operations = [
        migrations.AddField("staff", "first_password", models.BooleanField(default=False, db_default=False)),
    ]
