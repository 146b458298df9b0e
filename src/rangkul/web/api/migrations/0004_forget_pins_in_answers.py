"""Answers kept for repeated POSTs held the PIN of a request in plain; it is derived again where it is needed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("api", "0003_who_keeps_which_key"), ("base", "0001_ground")]

    operations = [
        migrations.RunSQL(
            "UPDATE base_once SET answer = answer - 'pin' WHERE jsonb_typeof(answer) = 'object' AND answer ? 'pin'",
            migrations.RunSQL.noop,
        )
    ]
