"""Whoever kept an agreement and leaves is followed by somebody: the job that closes their account names them."""

from django.db import migrations

from rangkul.base.rls import also_see

LEAVING = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'staff.leaving'"


class Migration(migrations.Migration):
    dependencies = [("directory", "0011_agreements_end")]

    operations = [also_see("directory_agreement", "left_handed_on", LEAVING, command="UPDATE")]
