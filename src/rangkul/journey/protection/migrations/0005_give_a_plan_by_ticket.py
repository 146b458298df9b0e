"""Behind the ticket stands what the person said is safe to be read there, and nothing else of these plans."""

from django.db import migrations, models

from rangkul.base.rls import also_see, through

BY_TICKET = (
    "(SELECT ask_kind()) = 'ticket' AND given = 'ticket' AND situation IN ('stay', 'leave')"
    f" AND {through('cases_case', 'protection_safetyplan.case_id')}"
)


class Migration(migrations.Migration):
    dependencies = [
        ("protection", "0004_safety_plans_and_children"),
    ]

    operations = [
        migrations.AlterField(
            model_name="safetyplan",
            name="given",
            field=models.CharField(
                blank=True,
                choices=[
                    ("paper", "Di kertas, diserahkan langsung"),
                    ("read", "Dibacakan dan diingat, tanpa kertas"),
                    ("ticket", "Dibaca lewat tiket, karena klien berkata itu aman"),
                ],
                max_length=6,
            ),
        ),
        also_see("protection_safetyplan", "by_ticket", BY_TICKET),
    ]
