"""Whoever stepped aside from a request reads nothing that is said in its rooms."""

from django.db import migrations

from rangkul.base.rls import narrow


class Migration(migrations.Migration):
    dependencies = [
        ("counselling", "0019_change_the_way_of_talking"),
        ("intake", "0017_who_steps_aside_reads_no_more"),
    ]

    operations = [
        narrow(
            "counselling_room",
            "not_set_aside",
            "request_id IS NULL OR request_id <> ALL ((SELECT intake_set_aside())::uuid[])",
        )
    ]
