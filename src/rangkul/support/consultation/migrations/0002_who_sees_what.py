"""A question is read by its asker and by those to whom it goes, once it was sent and until it is taken back. Of which case
it speaks is seen by that case's readers. What is in the library is read by all who work here."""

from django.db import migrations

from rangkul.base.rls import keep_versions, protect, through

ME = "(SELECT ask_staff())"
STAFF = "(SELECT ask_kind()) = 'staff'"
STAFF_OR_JOB = "(SELECT ask_kind()) IN ('staff', 'job')"
JOB = "(SELECT ask_kind()) = 'job'"
PRACTISES = f"({STAFF} AND (SELECT ask_practises()))"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MINE = f"({STAFF} AND asked_by_id = {ME})"
TO_ME = (
    f"({PRACTISES} AND state IN ('open', 'answered', 'closed') AND (audience = 'forum' OR to_staff_id = {ME}"
    " OR to_unit_id = (SELECT ask_unit()) OR to_agency_id = (SELECT ask_agency())))"
)
OF_QUESTION = through("consultation_question", "consultation_answer.question_id")
# Only the asker says what helped.
ASKED_IT = f"(SELECT q.asked_by_id FROM consultation_question q WHERE q.id = question_id) = {ME}"
CASE = through("cases_case", "consultation_casequestion.case_id")
OF_ARTICLE = through("consultation_article", "consultation_articlekey.article_id")


class Migration(migrations.Migration):
    dependencies = [("consultation", "0001_questions_and_library"), ("cases", "0002_who_sees_what")]

    operations = [
        protect(
            "consultation_question",
            see=f"{JOB} OR {MINE} OR {TO_ME}",
            add=f"{PRACTISES} AND {MINE} AND {MY_AGENCY}",
            change=f"{JOB} OR {MINE}",
        ),
        protect("consultation_casequestion", see=f"{STAFF_OR_JOB} AND {CASE}", add=f"{STAFF} AND {CASE}", keep=True),
        protect(
            "consultation_answer",
            see=f"{STAFF_OR_JOB} AND {OF_QUESTION}",
            add=f"{PRACTISES} AND by_id = {ME} AND {OF_QUESTION}",
            change=f"{STAFF} AND {OF_QUESTION} AND {ASKED_IT}",
            columns="helped_at",
        ),
        protect(
            "consultation_article",
            see=f"{JOB} OR ({STAFF} AND (state = 'published' OR {MY_AGENCY}))",
            add=f"{PRACTISES} AND {MY_AGENCY} AND written_by_id = {ME}",
            change=f"{PRACTISES} AND {MY_AGENCY}",
        ),
        protect(
            "consultation_articlekey",
            see=f"{STAFF_OR_JOB} AND {OF_ARTICLE}",
            add=f"{PRACTISES} AND {OF_ARTICLE}",
            keep=True,
            delete=True,
        ),
        keep_versions("consultation_article"),
    ]
