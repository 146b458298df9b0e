"""The client of a case about one person reads what is written about them, except what is held back for a while. Who
asked for somebody else, and who is one of several, does not: there others are written about too (A37)."""

from datetime import timedelta

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import also_see, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
TICKET = "(SELECT ask_kind()) = 'ticket'"

READS = """
CREATE FUNCTION cases_reads_own(wanted uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN ask_kind() = 'ticket' AND EXISTS (
    SELECT 1 FROM cases_case c JOIN intake_request r ON r.id = c.request_id
     WHERE c.id = wanted AND r.id = ask_ticket() AND r.for_whom = 'self' AND c.client_kind = 'person'
       AND (c.person_id IS NULL OR c.person_id IN (SELECT cases_own_registrations())));
END $$;
CREATE FUNCTION cases_entry_held(entry uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM cases_exemption x WHERE x.note_id = entry AND x.ended_at IS NULL
                    AND x.until > statement_timestamp())
      OR EXISTS (SELECT 1 FROM cases_exemption x WHERE x.activity_id = entry AND x.ended_at IS NULL
                    AND x.until > statement_timestamp());
END $$;
CREATE FUNCTION cases_held_back(wanted uuid) RETURNS TABLE (at timestamptz, reason varchar, until timestamptz)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
    SELECT coalesce(n.at, a.at), x.reason, x.until FROM cases_exemption x
      LEFT JOIN cases_note n ON n.id = x.note_id LEFT JOIN cases_activity a ON a.id = x.activity_id
     WHERE x.case_id = wanted AND x.told AND x.ended_at IS NULL AND x.until > statement_timestamp()
       AND cases_reads_own(wanted)
     ORDER BY 1 DESC
  $$;
"""
UNREAD = (
    "DROP FUNCTION cases_held_back(uuid); DROP FUNCTION cases_entry_held(uuid); DROP FUNCTION cases_reads_own(uuid);"
)


def to(model: str, *, own: str = "+", **more) -> models.ForeignKey:
    on_delete = django.db.models.deletion.CASCADE if own != "+" else django.db.models.deletion.PROTECT
    return models.ForeignKey(db_index=False, on_delete=on_delete, related_name=own, to=model, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_readings_of_every_registration"),
        ("base", "0001_ground"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.AlterField(
            model_name="signature",
            name="subject_kind",
            field=models.CharField(
                choices=[
                    ("assessment", "Asesmen"),
                    ("plan", "Rencana"),
                    ("termination", "Pengakhiran kasus"),
                    ("risk", "Kasus merah"),
                    ("document", "Surat atau laporan"),
                    ("exemption", "Tulisan yang ditahan dari klien"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("safety", "Keselamatan seseorang"),
                            ("third_party", "Keterangan tentang orang lain"),
                        ],
                        max_length=11,
                    ),
                ),
                ("why", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("told", models.BooleanField(default=True)),
                ("untold_because", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("activity", to("cases.activity", blank=True, null=True)),
                ("by", to("people.staff")),
                ("case", to("cases.case", own="exemptions")),
                ("ended_by", to("people.staff", blank=True, null=True)),
                ("key", to("base.datakey")),
                ("note", to("cases.note", blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["case", "until"], name="cases_exemption_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(note__isnull=True, activity__isnull=False)
                        | models.Q(note__isnull=False, activity__isnull=True),
                        name="cases_exemption_of_one",
                        violation_error_message="Yang ditahan adalah satu catatan atau satu kegiatan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(until__gt=models.F("made_at"))
                        & models.Q(until__lte=models.F("made_at") + timedelta(days=91)),
                        name="cases_exemption_bounded",
                        violation_error_message="Sebuah tulisan ditahan paling lama 90 hari.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(told=True, untold_because__isnull=True)
                        | models.Q(told=False, untold_because__isnull=False),
                        name="cases_exemption_silence_reasoned",
                        violation_error_message="Tulis mengapa klien tidak diberi tahu, atau beri tahu klien.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                        | models.Q(ended_at__isnull=False, ended_by__isnull=False),
                        name="cases_exemption_ended_paired",
                        violation_error_message="Siapa dan kapan dicatat bersama.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(ended_at__isnull=True),
                        fields=("note",),
                        name="cases_exemption_once_a_note",
                        violation_error_message="Catatan ini sudah ditahan.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(ended_at__isnull=True),
                        fields=("activity",),
                        name="cases_exemption_once_an_activity",
                        violation_error_message="Kegiatan ini sudah ditahan.",
                    ),
                ],
            },
        ),
        protect(
            "cases_exemption",
            see=f"({STAFF} OR {JOB}) AND {through('cases_case', 'cases_exemption.case_id')}",
            columns="ended_at, ended_by_id",
        ),
        keep_versions("cases_exemption"),
        migrations.RunSQL(READS, UNREAD),
        also_see(
            "cases_note",
            "client",
            f"{TICKET} AND cases_reads_own(case_id) AND NOT cases_entry_held(coalesce(activity_id, corrects_id, id))",
        ),
        also_see("cases_activity", "client", f"{TICKET} AND cases_reads_own(case_id) AND NOT cases_entry_held(id)"),
    ]
