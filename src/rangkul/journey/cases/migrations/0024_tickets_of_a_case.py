"""A case has tickets: that of the request from which it was opened, those of requests that joined it, those that a
worker gave. Each knows whose it is; what one holder writes is not read by another."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, narrow, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
NO_TICKET = "coalesce((SELECT ask_kind()), '') <> 'ticket'"
OF_CASE = through("cases_case", "cases_caseticket.case_id")

KNOWN = """
INSERT INTO cases_caseticket (id, made_at, case_id, request_id, way, holder, ended_because)
SELECT gen_random_uuid(), c.made_at, c.id, r.id, 'opened',
       CASE WHEN r.for_whom IN ('self', 'unknown') AND r.via <> 'report' THEN 'client' ELSE 'asker' END, ''
  FROM cases_case c JOIN intake_request r ON r.id = c.request_id;
UPDATE cases_note n SET request_id = c.request_id FROM cases_case c
 WHERE c.id = n.case_id AND n.kind = 'client' AND n.by_id IS NULL;
"""
FROM_CLIENT = f"{TICKET} AND kind = 'client' AND by_id IS NULL"
ADD_NOTE = (
    "ALTER POLICY cases_note_add ON cases_note WITH CHECK"
    f" (({STAFF} OR ({FROM_CLIENT}{{whose}})) AND {through('cases_case', 'cases_note.case_id')})"
)
READS = """
CREATE OR REPLACE FUNCTION cases_reads_own(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN ask_kind() = 'ticket' AND EXISTS (
    SELECT 1 FROM cases_caseticket t JOIN cases_case c ON c.id = t.case_id JOIN intake_request r ON r.id = t.request_id
     WHERE c.id = wanted AND r.id = ask_ticket() AND t.ended_at IS NULL AND t.holder = 'client'
       AND r.for_whom = 'self' AND c.client_kind = 'person'
       AND (c.person_id IS NULL OR c.person_id IN (SELECT cases_own_registrations())));
END $$;
CREATE FUNCTION cases_for_client(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM cases_caseticket t WHERE t.case_id = wanted AND t.request_id = ask_ticket()
                        AND t.ended_at IS NULL AND t.holder = 'asker')
      OR NOT EXISTS (SELECT 1 FROM cases_caseticket t WHERE t.case_id = wanted AND t.ended_at IS NULL
                        AND t.holder = 'client');
END $$;
"""
READ_BEFORE = """
CREATE OR REPLACE FUNCTION cases_reads_own(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN ask_kind() = 'ticket' AND EXISTS (
    SELECT 1 FROM cases_case c JOIN intake_request r ON r.id = c.request_id
     WHERE c.id = wanted AND r.id = ask_ticket() AND r.for_whom = 'self' AND c.client_kind = 'person'
       AND (c.person_id IS NULL OR c.person_id IN (SELECT cases_own_registrations())));
END $$;
DROP FUNCTION cases_for_client(uuid);
"""


def to(model: str, *, own: str = "+", **more) -> models.ForeignKey:
    on_delete = django.db.models.deletion.CASCADE if own == "tickets" else django.db.models.deletion.PROTECT
    return models.ForeignKey(db_index=False, on_delete=on_delete, related_name=own, to=model, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_kinds_of_papers"),
        ("intake", "0016_a_ticket_from_a_case"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseTicket",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("opened", "Permintaannya menjadi kasus ini"),
                            ("joined", "Permintaannya digabungkan ke kasus ini"),
                            ("given", "Diberikan petugas"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        choices=[
                            ("client", "Klien, atau wakil yang dipilih"),
                            ("asker", "Yang meminta bantuan untuk klien"),
                        ],
                        max_length=6,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lost", "Hilang atau dicuri"),
                            ("unsafe", "Mungkin dipegang atau dilihat orang lain"),
                            ("unwanted", "Klien tidak mau lagi"),
                            ("changed", "Wakilnya berganti"),
                        ],
                        db_default="",
                        default="",
                        max_length=8,
                    ),
                ),
                ("case", to("cases.case", own="tickets")),
                ("ended_by", to("people.staff", blank=True, null=True)),
                ("given_by", to("people.staff", blank=True, null=True)),
                ("request", to("intake.request", own="case_tickets")),
            ],
            options={
                "indexes": [models.Index(fields=["case", "ended_at"], name="cases_ticket_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(ended_at__isnull=True),
                        fields=("request",),
                        name="cases_ticket_of_one_case",
                        violation_error_message="Tiket ini sudah dipakai untuk kasus lain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                        | models.Q(ended_at__isnull=False, ended_by__isnull=False) & ~models.Q(ended_because=""),
                        name="cases_ticket_ended_paired",
                        violation_error_message="Siapa, kapan, dan mengapa dicatat bersama.",
                    ),
                ],
            },
        ),
        migrations.AddField(model_name="note", name="request", field=to("intake.request", null=True)),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        protect(
            "cases_caseticket",
            see=f"(({STAFF} OR {JOB}) AND {OF_CASE}) OR ({TICKET} AND request_id = (SELECT ask_ticket()))",
            add=f"({STAFF} OR {JOB}) AND {OF_CASE}",
            change=f"({STAFF} OR {JOB}) AND {OF_CASE}",
            columns="ended_at, ended_by_id, ended_because",
        ),
        keep_versions("cases_caseticket"),
        migrations.RunSQL(READS, READ_BEFORE),
        migrations.RunSQL(ADD_NOTE.format(whose=" AND request_id = (SELECT ask_ticket())"), ADD_NOTE.format(whose="")),
        narrow(
            "cases_note", "by_its_writer", f"{NO_TICKET} OR by_id IS NOT NULL OR request_id = (SELECT ask_ticket())"
        ),
    ]
