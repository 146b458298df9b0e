"""What an admin hands in is seen by the admins of that agency and by the job that checks it. A picture is seen with its
version and as frozen. An agency's own cut-off is its own, written by its admin, and never rewritten.
"""

from django.db import migrations

from rangkul.base.rls import protect, through

ADMIN = "(SELECT ask_role('admin'))"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
TICKET_OR_JOB = "(SELECT ask_kind()) IN ('ticket', 'job')"
CHECKER = "((SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'instruments.check')"

NOT_YET_PUBLISHED = (
    "EXISTS (SELECT 1 FROM instruments_instrumentversion v JOIN instruments_instrument i ON i.id = v.instrument_id"
    " WHERE v.id = instruments_formpicture.version_id AND v.published_at IS NULL"
    " AND i.agency_id = (SELECT ask_agency()))"
)
OF_THE_HOUSE = (
    "EXISTS (SELECT 1 FROM instruments_instrument i"
    " WHERE i.id = instruments_cutoff.instrument_id AND i.agency_id IS NULL)"
)
ADMIN_REMOVES = (
    "CREATE POLICY instruments_picture_by_admin ON instruments_formpicture AS RESTRICTIVE FOR DELETE TO rangkul_app"
    f" USING ({ADMIN} AND {NOT_YET_PUBLISHED})"
)


class Migration(migrations.Migration):
    dependencies = [("instruments", "0005_pictures_uploads_cutoffs")]

    operations = [
        protect(
            "instruments_formpicture",
            see=through("instruments_instrumentversion", "instruments_formpicture.version_id"),
            add=f"{ADMIN} AND {NOT_YET_PUBLISHED}",
            keep=True,
            delete=True,
        ),
        migrations.RunSQL(ADMIN_REMOVES, "DROP POLICY instruments_picture_by_admin ON instruments_formpicture"),
        protect(
            "instruments_formupload",
            see=f"({ADMIN} AND {MY_AGENCY}) OR {CHECKER}",
            add=f"{ADMIN} AND {MY_AGENCY} AND by_id = (SELECT ask_staff())",
            change=f"({ADMIN} AND {MY_AGENCY}) OR {CHECKER}",
            columns="parcel, state, faults, notices, version_id, checked_at",
            delete=True,
        ),
        protect(
            "instruments_cutoff",
            see=f"{MY_AGENCY} OR {TICKET_OR_JOB}",
            add=f"{ADMIN} AND {MY_AGENCY} AND {OF_THE_HOUSE}",
            keep=True,
        ),
    ]
