"""That a withdrawn use has stopped may be said by whoever had the data, who has no account."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0017_the_clock_knows_the_safe_hours")]

    operations = [
        migrations.RemoveConstraint(model_name="consent", name="trust_consent_stopped_paired"),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stopped_at__isnull", True), ("stopped_by__isnull", True)),
                    models.Q(("stopped_at__isnull", False), ("withdrawn_at__isnull", False)),
                    _connector="OR",
                ),
                name="trust_consent_stopped_paired",
            ),
        ),
    ]
