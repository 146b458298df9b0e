"""Before the first referral goes to another house, an agreement with it stands here; the database refuses it otherwise."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
from rangkul.base.rls import keep_versions, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
MY_AGENCY = f"({STAFF} AND agency_id = (SELECT ask_agency()))"
ADMIN = f"({STAFF} AND agency_id = (SELECT ask_agency()) AND (SELECT ask_role('admin')))"
# What is on its way when an agreement ends waits; what has never gone has no agreement to go by.
AGREED = """
CREATE FUNCTION exchange_agreed_first() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM exchange_agreement a
                  WHERE a.peer_id = NEW.peer_id AND a.ended_at IS NULL
                    AND (NEW.made_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN a.starts_on AND a.ends_on) THEN
    RAISE EXCEPTION 'exchange_agreed_first: no agreement with this house' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_first BEFORE INSERT ON exchange_outgoing FOR EACH ROW EXECUTE FUNCTION exchange_agreed_first();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0005_who_sees_their_files"),
        ("people", "0006_students_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("number", models.CharField(max_length=80)),
                ("signed_there", models.CharField(max_length=160)),
                ("signed_here", models.CharField(max_length=160)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("covers", models.CharField(max_length=500)),
                ("stop_contact", models.CharField(max_length=200)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, db_default="", default="", max_length=300)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.agency",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "peer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="exchange.peer",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["peer", "ends_on"],
                        name="exchange_agreed",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["keeper", "ends_on"],
                        name="exchange_to_renew",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="exchange_agreement_ends_after_it_begins",
                        violation_error_message="Perjanjian ini berakhir sebelum mulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("ended_because", ""), ("ended_by__isnull", True)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="exchange_agreement_ended_says_why",
                        violation_error_message="Siapa, kapan, dan mengapa dicatat bersama.",
                    ),
                ],
            },
        ),
        protect(
            "exchange_agreement",
            see=f"{JOB} OR {MY_AGENCY}",
            add=ADMIN,
            change=ADMIN,
            columns="ended_at, ended_by_id, ended_because",
        ),
        keep_versions("exchange_agreement"),
        migrations.RunSQL(AGREED, "DROP FUNCTION exchange_agreed_first() CASCADE"),
    ]
