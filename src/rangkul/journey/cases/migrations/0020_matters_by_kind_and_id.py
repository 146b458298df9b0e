"""What climbs is known by its kind and its id together: two kinds that count by one id would hide each other."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_sheets_of_paper")]

    operations = [
        migrations.RemoveConstraint(model_name="escalation", name="cases_escalation_step_once"),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("matter", "kind", "due_at", "step"), name="cases_escalation_step_once"
            ),
        ),
    ]
