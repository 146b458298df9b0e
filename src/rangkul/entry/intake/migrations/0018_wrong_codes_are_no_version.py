"""A wrong code is counted and no version of the row kept: a door that is there does no more than one that never was."""

from django.db import migrations

from rangkul.base.rls import count_without_version


class Migration(migrations.Migration):
    dependencies = [("intake", "0017_who_steps_aside_reads_no_more")]

    operations = [count_without_version("intake_request", "wrong_codes")]
