"""A hypothesis keeps an id of its own through the versions of a plan, so that a measure can go on belonging to it."""

from django.db import migrations, models

import rangkul.base.ids

# What is there already begins its strand with itself.
BEGIN = "UPDATE plans_hypothesis SET strand = id WHERE strand IS NULL"


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_plan_agreed_by_hand")]

    operations = [
        migrations.AddField(model_name="hypothesis", name="strand", field=models.UUIDField(null=True)),
        migrations.RunSQL(BEGIN, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="hypothesis", name="strand", field=models.UUIDField(default=rangkul.base.ids.new_id)
        ),
    ]
