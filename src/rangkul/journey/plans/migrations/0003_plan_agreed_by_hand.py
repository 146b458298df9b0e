"""The client signs a plan on the screen, by a thumb, or aloud before a witness; what was signed is kept."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.sealed


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_who_sees_what"), ("cases", "0002_who_sees_what")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="signed_name",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="evidence",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.document",
            ),
        ),
        migrations.AlterField(
            model_name="plan",
            name="agreement",
            field=models.CharField(
                blank=True,
                choices=[
                    ("signature", "Tanda tangan di layar"),
                    ("thumbprint", "Cap jempol yang dipindai"),
                    ("spoken", "Lisan dengan saksi"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("agreement__in", ["", "spoken"]), ("evidence__isnull", False), _connector="OR"),
                name="plans_signed_agreement_has_evidence",
                violation_error_message="Persetujuan tertulis memerlukan tanda tangan atau cap jempol.",
            ),
        ),
    ]
