"""A message on social media goes from an account of the agency; what was chosen so far means the same."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crisis", "0009_test_calls_have_a_day_and_a_result")]

    operations = [
        migrations.AlterField(
            model_name="outreach",
            name="way",
            field=models.CharField(
                max_length=10,
                choices=[
                    ("whatsapp", "WhatsApp"),
                    ("sms", "SMS"),
                    ("email", "E-mail"),
                    ("social", "Pesan langsung dari akun lembaga di media sosial"),
                    ("through", "Lewat orang yang melapor"),
                ],
            ),
        )
    ]
