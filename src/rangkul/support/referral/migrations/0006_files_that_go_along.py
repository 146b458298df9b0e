"""Documents of a case may go with a referral, each with its reason."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0015_receivers_read_too"),
        ("referral", "0005_referred_onward"),
    ]

    operations = [
        migrations.CreateModel(
            name="Enclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("name", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.BinaryField(max_length=32)),
                ("why", rangkul.base.sealed.SealedText(editable=True, null=True)),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enclosures", to="referral.referral"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("referral", "document"), name="referral_enclosure_once"),
                    models.CheckConstraint(
                        condition=models.Q(("name__isnull", False), ("why__isnull", False)),
                        name="referral_enclosure_says_why",
                        violation_error_message="Setiap berkas yang dikirim punya alasannya.",
                    ),
                ],
            },
        ),
    ]
