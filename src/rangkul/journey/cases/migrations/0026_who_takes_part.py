"""Whoever takes part in the help stands in one of four sectors, and a task can be theirs. The client reads who they are
by one function: the team's own words about them stay with the team, and a private person's name needs their leave."""

import django.db.models.deletion
from django.db import migrations, models

import rangkul.base.sealed
from rangkul.base.rls import through

STAFF_OR_JOB = "(SELECT ask_kind()) = 'staff' OR (SELECT ask_kind()) = 'job'"
CLIENTS_TASK = f"({STAFF_OR_JOB} OR owner_kind = 'client') AND {through('cases_case', 'cases_task.case_id')}"
# PostgreSQL changes no column that a policy reads.
UNREAD = """
ALTER POLICY cases_task_add ON cases_task WITH CHECK (false);
ALTER POLICY cases_task_change ON cases_task USING (false) WITH CHECK (false);
"""
READ = f"""
ALTER POLICY cases_task_add ON cases_task WITH CHECK ({CLIENTS_TASK});
ALTER POLICY cases_task_change ON cases_task USING ({CLIENTS_TASK}) WITH CHECK ({CLIENTS_TASK});
"""
# A person of one case takes part in no other by the same row, and nobody is given a task of another case.
SAME_CASE = """
CREATE UNIQUE INDEX cases_person_and_its_case ON cases_caseperson (id, case_id);
CREATE UNIQUE INDEX cases_partner_and_its_case ON cases_partner (id, case_id);
ALTER TABLE cases_partner ADD CONSTRAINT cases_partner_near_of_its_case
  FOREIGN KEY (near_id, case_id) REFERENCES cases_caseperson (id, case_id);
ALTER TABLE cases_task ADD CONSTRAINT cases_task_partner_of_its_case
  FOREIGN KEY (partner_id, case_id) REFERENCES cases_partner (id, case_id);
"""
ANY_CASE = """
ALTER TABLE cases_task DROP CONSTRAINT cases_task_partner_of_its_case;
ALTER TABLE cases_partner DROP CONSTRAINT cases_partner_near_of_its_case;
DROP INDEX cases_partner_and_its_case;
DROP INDEX cases_person_and_its_case;
"""
TOLD = """
CREATE FUNCTION cases_partners_told(wanted uuid) RETURNS TABLE (id uuid, sector varchar, name varchar, part varchar)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.id, p.sector, coalesce(nullif(r.called_name, ''), r.full_name, p.name), p.part
    FROM cases_partner p
    LEFT JOIN cases_caseperson n ON n.id = p.near_id LEFT JOIN people_person r ON r.id = n.person_id
   WHERE p.case_id = wanted AND p.until IS NULL AND (p.near_id IS NULL OR p.named = 'agreed')
     AND EXISTS (SELECT 1 FROM cases_caseticket t WHERE t.case_id = wanted AND t.request_id = ask_ticket()
                    AND t.ended_at IS NULL AND t.holder = 'client' AND ask_kind() = 'ticket')
   ORDER BY p.made_at, p.id;
$$;
"""


def to(model: str, **more) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to=model, **more
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0025_who_steps_aside_reads_no_case"),
        ("people", "0001_people"),
    ]

    operations = [
        migrations.AddField("partner", "key", to("base.datakey", related_name="+")),
        migrations.AddField("partner", "near", to("cases.caseperson", blank=True, related_name="+")),
        migrations.AddField(
            "partner",
            "sector",
            models.CharField(
                blank=True,
                choices=[
                    ("family", "Keluarga"),
                    ("academics", "Akademisi"),
                    ("community", "Masyarakat"),
                    ("government", "Pemerintah"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField("partner", "interest", rangkul.base.sealed.SealedText(editable=True, null=True)),
        migrations.AddField(
            "partner",
            "sway",
            models.CharField(
                choices=[
                    ("unknown", "Belum digali"),
                    ("decides", "Ikut memutuskan"),
                    ("eases", "Bisa memperlancar atau menghambat"),
                    ("hears", "Cukup tahu"),
                ],
                db_default="unknown",
                default="unknown",
                max_length=7,
            ),
        ),
        migrations.AddField(
            "partner",
            "named",
            models.CharField(
                choices=[
                    ("unasked", "Belum ditanyakan: namanya tidak ditulis"),
                    ("agreed", "Setuju namanya ditulis"),
                    ("refused", "Tidak setuju namanya ditulis"),
                ],
                db_default="unasked",
                default="unasked",
                max_length=7,
            ),
        ),
        migrations.AddField(
            "partner", "source", models.CharField(blank=True, db_default="", default="", max_length=12)
        ),
        migrations.AddField("partner", "source_id", models.UUIDField(blank=True, null=True)),
        migrations.AlterField("partner", "name", models.CharField(blank=True, default="", max_length=120)),
        migrations.AddConstraint(
            "partner",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("near__isnull", True), models.Q(("name", ""), _negated=True)),
                    models.Q(("name", ""), ("near__isnull", False)),
                    _connector="OR",
                ),
                name="cases_partner_is_one",
                violation_error_message="Pilih orang dari kasus ini, atau tulis nama lembaganya.",
            ),
        ),
        migrations.AddConstraint(
            "partner",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", ""), ("source_id__isnull", True)),
                    models.Q(models.Q(("source", ""), _negated=True), ("source_id__isnull", False)),
                    _connector="OR",
                ),
                name="cases_partner_source_paired",
            ),
        ),
        migrations.AddConstraint(
            "partner",
            models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("near",),
                name="cases_partner_near_once",
                violation_error_message="Pihak ini sudah ada di peta.",
            ),
        ),
        migrations.AddConstraint(
            "partner",
            models.UniqueConstraint(
                condition=models.Q(("until__isnull", True)),
                fields=("case", "source", "source_id"),
                name="cases_partner_source_once",
                violation_error_message="Pihak ini sudah ada di peta.",
            ),
        ),
        migrations.RunSQL(UNREAD, READ),
        migrations.AlterField(
            "task",
            "owner_kind",
            models.CharField(
                choices=[("staff", "Petugas"), ("client", "Klien"), ("partner", "Pihak yang ikut")],
                default="staff",
                max_length=7,
            ),
        ),
        migrations.RunSQL(READ, UNREAD),
        migrations.AddField("task", "partner", to("cases.partner", blank=True, related_name="tasks")),
        migrations.AddIndex(
            "task",
            models.Index(
                condition=models.Q(("partner__isnull", False)), fields=["partner"], name="cases_task_of_partner"
            ),
        ),
        migrations.RemoveConstraint("task", "cases_task_owned"),
        migrations.AddConstraint(
            "task",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner__isnull", False), ("owner_kind", "staff"), ("partner__isnull", True)),
                    models.Q(("owner__isnull", True), ("owner_kind", "client"), ("partner__isnull", True)),
                    models.Q(("owner__isnull", False), ("owner_kind", "partner"), ("partner__isnull", False)),
                    _connector="OR",
                ),
                name="cases_task_owned",
                violation_error_message="Pilih siapa yang mengerjakan tugas ini.",
            ),
        ),
        migrations.RunSQL(SAME_CASE, ANY_CASE),
        migrations.RunSQL(TOLD, "DROP FUNCTION cases_partners_told(uuid)"),
    ]
