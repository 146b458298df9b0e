"""The yes to being learned from is the client's: it stands with the case or with a ticket of their own, never with the
request of somebody who asked for them."""

from django.db import migrations

POLICY = """
ALTER POLICY workforce_studycase_add ON workforce_studycase WITH CHECK ((SELECT ask_kind()) = 'staff'
  AND made_by_id = (SELECT ask_staff()) AND state = 'draft'
  AND workforce_instructor_of(workforce_studycase.practicum_id)
  AND EXISTS (SELECT 1 FROM trust_consent c JOIN cases_case k ON k.id = case_id
    WHERE c.id = consent_id AND c.given AND c.withdrawn_at IS NULL AND c.purpose = 'learning' AND {whose}));
"""
CLIENTS = (
    "(c.subject_id = k.id OR c.subject_id IN"
    " (SELECT t.request_id FROM cases_caseticket t WHERE t.case_id = k.id AND t.holder = 'client'))"
)
# An asker's ticket reads what stands with their request: what was kept there so far goes over to the case.
OVER = """
UPDATE trust_consent c SET subject_kind = 'case', subject_id = t.case_id
  FROM cases_caseticket t JOIN workforce_studycase s ON s.case_id = t.case_id
 WHERE c.id = s.consent_id AND c.subject_id = t.request_id AND t.holder = 'asker';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("workforce", "0007_whose_account_is_closed"),
        ("cases", "0024_tickets_of_a_case"),
        ("trust", "0002_who_sees_what"),
    ]

    operations = [
        migrations.RunSQL(OVER, migrations.RunSQL.noop),
        migrations.RunSQL(POLICY.format(whose=CLIENTS), POLICY.format(whose="c.subject_id IN (k.id, k.request_id)")),
    ]
