"""A wrong code is counted and no version of the row kept: a door that is there does no more than one that never was."""

from django.db import migrations

from rangkul.base.rls import count_without_version


class Migration(migrations.Migration):
    dependencies = [("referral", "0014_questions_are_seen")]

    operations = [count_without_version("referral_referral", "wrong_codes")]
