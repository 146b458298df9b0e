"""Whoever stepped aside from a request reads no conference about its case, also where they were invited."""

from django.db import migrations

from rangkul.base.rls import narrow


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0005_lock_a_door_that_is_tried"),
        ("cases", "0025_who_steps_aside_reads_no_case"),
    ]

    operations = [
        narrow("conferences_conference", "not_set_aside", "case_id <> ALL ((SELECT cases_set_aside())::uuid[])")
    ]
