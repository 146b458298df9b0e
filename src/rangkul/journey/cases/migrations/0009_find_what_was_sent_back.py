"""What was sent back begins the day of whoever asked for the signature."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_ask_cases_last")]

    operations = [
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(
                fields=["asked_by", "decided_at"], name="cases_signature_back", condition=models.Q(state="sent_back")
            ),
        ),
    ]
