"""A wrong code is counted and no version of the row kept: a door that is there does no more than one that never was."""

from django.db import migrations

from rangkul.base.rls import count_without_version


class Migration(migrations.Migration):
    dependencies = [("conferences", "0006_who_steps_aside_sits_at_no_table")]

    operations = [count_without_version("conferences_invitation", "wrong_codes")]
