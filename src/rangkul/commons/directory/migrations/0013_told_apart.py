"""A row of a file that only looks like an entry is told apart from it by a person once, and not asked about again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import protect

WORKERS = "(SELECT ask_kind()) IN ('staff', 'job')"
OWN = "(SELECT ask_kind()) = 'staff' AND by_id = (SELECT ask_staff())"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0012_agreements_are_handed_on"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Distinction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("source", models.CharField(max_length=60)),
                ("source_key", models.CharField(max_length=80)),
                ("said_name", models.CharField(max_length=160)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="distinctions",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="distinction",
            constraint=models.UniqueConstraint(
                name="directory_distinction_once", fields=["service", "source", "source_key"]
            ),
        ),
        migrations.AddConstraint(
            model_name="distinction",
            constraint=models.CheckConstraint(
                name="directory_distinction_has_a_key",
                condition=~models.Q(source_key=""),
                violation_error_message="Baris tanpa kunci tidak bisa diingat.",
            ),
        ),
        protect("directory_distinction", see=WORKERS, add=OWN, keep=True),
    ]  # fmt: skip
