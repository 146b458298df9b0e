"""What one of the two does appears on the page of the other: an event about a session or a contract is seen by whoever
sees it. Asked after the cheap rights (`ask_last`)."""

from django.db import migrations

from rangkul.base.rls import also_see, ask_last, through

STAFF = "(SELECT ask_kind()) = 'staff'"
HEARD = (
    f"{STAFF} AND CASE subject_kind WHEN 'supervision' THEN {through('workforce_session', 'subject_id')}"
    f" WHEN 'supervision_contract' THEN {through('workforce_contract', 'subject_id')} ELSE false END"
)


class Migration(migrations.Migration):
    dependencies = [("workforce", "0005_late_by_the_one_clock")]

    operations = [also_see("base_event", "of_supervision", HEARD), ask_last("base_event", "of_supervision")]
