"""Problems and their links are the team's working papers: read by staff through the case; what was evidence stays."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

SEE = "(SELECT ask_kind()) = 'staff' AND {seen}"
ENDED = "ended_on, ended_by_id, ended_because"
MENDED = "role, words, wish, reviewed_on, reviewed_by_id, outcome, review_words"


class Migration(migrations.Migration):
    dependencies = [("pictures", "0005_problems_and_what_leads_to_them"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "pictures_problem",
            see=SEE.format(seen=through("cases_case", "pictures_problem.case_id")),
            columns=f"{MENDED}, {ENDED}",
        ),
        protect(
            "pictures_problemlink",
            see=SEE.format(seen=through("cases_case", "pictures_problemlink.case_id")),
            columns=ENDED,
        ),
        keep_versions("pictures_problem", "pictures_problemlink"),
    ]
