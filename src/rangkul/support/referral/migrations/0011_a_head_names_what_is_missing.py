"""A head to whom a request has climbed ends it, and what was missing goes into the register by their hand too."""

from django.db import migrations

MINE = "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency()) AND "
HOUSE = "(SELECT ask_kind()) = 'job'"
I_PRACTISE, I_LEAD = "(SELECT ask_practises())", "(SELECT ask_role('pimpinan'))"


def added_by(who: str) -> str:
    return f"ALTER POLICY referral_unmetneed_add ON referral_unmetneed WITH CHECK ({HOUSE} OR ({MINE}{who}))"


class Migration(migrations.Migration):
    dependencies = [("referral", "0010_doubts_doors_and_places")]

    operations = [migrations.RunSQL(added_by(f"({I_PRACTISE} OR {I_LEAD})"), added_by(I_PRACTISE))]
