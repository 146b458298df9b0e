"""Open times are seen by those who work in the unit and by who holds a ticket there, unless it complains about
that worker; a time that was taken by nobody but the unit and the one who took it.
"""

from django.db import migrations

from rangkul.base.rls import protect

STAFF = "(SELECT ask_kind()) = 'staff'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
JOB = "(SELECT ask_kind()) = 'job'"
OF_UNIT = f"({STAFF} AND unit_id = (SELECT ask_unit()) AND (SELECT ask_practises()))"
# Asked with the asker's own rights: a ticket sees its own request alone.
OPEN_FOR_ME = (
    "(state = 'open' AND EXISTS (SELECT 1 FROM intake_request r WHERE r.id = (SELECT ask_ticket())"
    " AND r.unit_id = counselling_slot.unit_id AND r.against_id IS DISTINCT FROM counselling_slot.staff_id))"
)
SEE = (
    f"{JOB} OR {OF_UNIT} OR ({STAFF} AND staff_id = (SELECT ask_staff()))"
    f" OR ({TICKET} AND (request_id = (SELECT ask_ticket()) OR {OPEN_FOR_ME}))"
)


class Migration(migrations.Migration):
    dependencies = [("counselling", "0008_offer_times"), ("intake", "0002_who_sees_what")]

    operations = [
        protect("counselling_slot", see=SEE, add=OF_UNIT, change=SEE, columns="state, request_id, taken_at"),
    ]
