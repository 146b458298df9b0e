"""A doubt about two registrations is seen by who sees both, and by the clock, which learns no name by it."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

JOB = "(SELECT ask_kind()) = 'job'"
BOTH = (
    "(SELECT ask_kind()) = 'staff' AND agency_id = (SELECT ask_agency())"
    f" AND {through('people_person', 'people_doubt.one_id')} AND {through('people_person', 'people_doubt.other_id')}"
)


class Migration(migrations.Migration):
    dependencies = [("trust", "0021_the_clock_knows_who_signed"), ("people", "0007_doubts_have_an_owner_and_a_day")]

    operations = [
        protect(
            "people_doubt",
            see=f"{JOB} OR ({BOTH})",
            columns="owner_id, due_at, needs, put_off, answer, answer_why, answered_at, answered_by_id",
        ),
        keep_versions("people_doubt"),
    ]
