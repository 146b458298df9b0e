"""An agreement that ends before its day, or was written down wrongly, says who ended it and why; and each has a keeper."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def somebody() -> models.ForeignKey:
    return models.ForeignKey(
        blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
        to=settings.AUTH_USER_MODEL,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0010_history_of_where"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(model_name="agreement", name="keeper", field=somebody()),
        migrations.AddField(model_name="agreement", name="ended_at", field=models.DateTimeField(blank=True, null=True)),
        migrations.AddField(model_name="agreement", name="ended_by", field=somebody()),
        migrations.AddField(
            model_name="agreement",
            name="ended_because",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                name="directory_agreement_ended_says_why",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | (models.Q(ended_at__isnull=False, ended_by__isnull=False) & ~models.Q(ended_because="")),
                violation_error_message="Siapa, kapan, dan mengapa dicatat bersama.",
            ),
        ),
    ]
