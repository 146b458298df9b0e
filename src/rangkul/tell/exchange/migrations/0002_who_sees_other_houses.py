"""Other houses are kept by the admins of an agency; outbox and inbox are the house's own; a referral that came in is seen
with its request, and by nobody who holds only a ticket."""

from django.db import migrations

from rangkul.base.rls import append_only, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
SOMEBODY = "(SELECT ask_kind()) IS NOT NULL"
MY_AGENCY = f"({STAFF} AND agency_id = (SELECT ask_agency()))"
ADMIN = f"({STAFF} AND agency_id = (SELECT ask_agency()) AND (SELECT ask_role('admin')))"
WITH_REQUEST = f"({STAFF} OR {JOB}) AND {through('intake_request', 'exchange_incoming.request_id')}"


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_other_houses"), ("intake", "0002_who_sees_what")]

    operations = [
        protect("exchange_housekey", see=SOMEBODY, add=JOB, keep=True),
        protect("exchange_peer", see=f"{JOB} OR {MY_AGENCY}", add=ADMIN, change=f"{JOB} OR {ADMIN}"),
        protect("exchange_reach", see=f"{JOB} OR {MY_AGENCY}", add=ADMIN, change="false", delete=True),
        protect("exchange_outgoing", see=JOB),
        protect("exchange_message", see=JOB),
        protect("exchange_heard", see=JOB, keep=True),
        protect("exchange_incoming", see=WITH_REQUEST, add=JOB, change=JOB),
        protect("exchange_said", see=through("exchange_incoming", "exchange_said.incoming_id"), add=JOB, keep=True),
        append_only("exchange_housekey"),
        append_only("exchange_heard"),
        append_only("exchange_said"),
        keep_versions("exchange_peer"),
    ]
