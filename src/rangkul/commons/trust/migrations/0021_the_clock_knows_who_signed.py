"""The clock of the house tells somebody above whose signature under the rules on technology is over."""

from django.db import migrations

from rangkul.base.rls import also_see

JOB = "(SELECT ask_kind()) = 'job'"


class Migration(migrations.Migration):
    dependencies = [("trust", "0020_agree_to_a_device")]

    operations = [
        also_see("trust_practicepolicy", "clock", JOB),
        also_see("trust_practicesignature", "clock", JOB),
    ]
