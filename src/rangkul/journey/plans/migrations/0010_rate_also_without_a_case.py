"""Whoever talked with a worker and has no case says how it was too: about the request, by its ticket.

Who answers the request reads it with its words, and once it is a case its team; the supervisor of the unit reads the
numbers; nobody else, and no job, as with a case.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from rangkul.base.rls import APP, also_see

STAFF = "(SELECT ask_kind()) = 'staff'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
OF_ONE = Q(case__isnull=True) ^ Q(request__isnull=True)
TABLES = ("plans_alliancerating", "plans_alliancewords")

# With the asker's own rights: the policies of request and case decide what the subqueries find.
ANSWERS = """
CREATE FUNCTION plans_answers(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.intake_request r WHERE r.id = wanted AND r.owner_id = public.ask_staff())
  OR EXISTS (SELECT 1 FROM public.cases_case c WHERE c.request_id = wanted AND public.plans_in_team(c.id)); END $$;
CREATE FUNCTION plans_supervises_request(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN public.ask_role('supervisor') AND EXISTS (SELECT 1 FROM public.intake_request r
  WHERE r.id = wanted AND r.unit_id = public.ask_unit()); END $$;
"""
NO_ANSWERS = "DROP FUNCTION plans_answers(uuid); DROP FUNCTION plans_supervises_request(uuid);"
MINE = f"request_id IS NOT NULL AND {TICKET} AND request_id = (SELECT ask_ticket())"
CIRCLE = f"({MINE}) OR (request_id IS NOT NULL AND {STAFF} AND plans_answers(request_id))"


def add(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE POLICY {table}_add_of_request ON {table} FOR INSERT TO {APP} WITH CHECK ({MINE})",
        f"DROP POLICY {table}_add_of_request ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0009_one_way_to_rate_the_alliance"),
        ("intake", "0002_who_sees_what"),
        ("cases", "0002_who_sees_what"),
    ]

    operations = [
        *[
            migrations.AlterField(
                name,
                "case",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name=called,
                    to="cases.case",
                ),
            )
            for name, called in (("alliancerating", "alliance"), ("alliancewords", "+"))
        ],
        *[
            migrations.AddField(
                name,
                "request",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name=called,
                    to="intake.request",
                ),
            )
            for name, called in (("alliancerating", "alliance"), ("alliancewords", "+"))
        ],
        migrations.AddConstraint(
            "alliancerating", models.CheckConstraint(condition=OF_ONE, name="plans_alliance_of_one")
        ),
        migrations.AddConstraint(
            "alliancewords", models.CheckConstraint(condition=OF_ONE, name="plans_alliance_words_of_one")
        ),
        migrations.RunSQL(ANSWERS, NO_ANSWERS),
        also_see(
            "plans_alliancerating",
            "of_request",
            f"{CIRCLE} OR (request_id IS NOT NULL AND {STAFF} AND plans_supervises_request(request_id))",
        ),
        also_see("plans_alliancewords", "of_request", CIRCLE),
        *[add(table) for table in TABLES],
    ]
