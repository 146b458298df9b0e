"""Nobody is put into the waiting list for years. What was decided before stays as it is."""

from datetime import timedelta

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0012_name_a_group_that_is_accepted")]

    operations = [
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                name="intake_decision_wait_ends",
                condition=~models.Q(outcome="waitlisted")
                | models.Q(again_at__lte=models.F("made_at") + timedelta(days=91)),
                violation_error_message="Ditinjau lagi paling lambat 90 hari dari sekarang.",
            ),
        )
    ]
