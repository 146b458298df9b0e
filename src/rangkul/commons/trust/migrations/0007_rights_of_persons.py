"""Requests of persons about their own data, and what an erasure would reach, foreseen before it is decided."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import keep_versions, protect

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MYSELF = "(SELECT ask_staff())"
AS_TICKET = "((SELECT ask_kind()) = 'ticket' AND subject_id = (SELECT ask_ticket()))"
INVOLVED = f"{MYSELF} IN (owner_id, worker_id, second_id, raised_to_id, recorded_by_id)"

SEE = f"{JOB} OR {AS_TICKET} OR ({STAFF} AND {MY_AGENCY} AND ((SELECT ask_role('pdp', 'auditor')) OR {INVOLVED}))"
ADD = f"{JOB} OR {AS_TICKET} OR ({STAFF} AND {MY_AGENCY} AND ((SELECT ask_practises()) OR (SELECT ask_role('pdp'))))"
CHANGE = f"{JOB} OR {AS_TICKET} OR ({STAFF} AND {MY_AGENCY} AND ((SELECT ask_role('pdp')) OR {INVOLVED}))"

# Every registration of one human being, and how many rows an erasure would reach: numbers and ids alone, for the data
# officer who decides about a person whom they may not read, and for the job that carries it out.
REGISTRATIONS = """
CREATE FUNCTION trust_registrations(person uuid) RETURNS uuid[]
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found uuid[];
BEGIN
  IF NOT coalesce(ask_kind() = 'job' AND ask_name() = 'trust.erase', false)
     AND NOT coalesce(ask_role('pdp') AND file_in_my_agency('person', person), false) THEN
    RAISE EXCEPTION 'only the data officer may ask this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH RECURSIVE up AS (
    SELECT p.id, p.merged_into_id FROM people_person p WHERE p.id = person
    UNION SELECT p.id, p.merged_into_id FROM people_person p JOIN up ON p.id = up.merged_into_id
  ), whole AS (
    SELECT id FROM up WHERE merged_into_id IS NULL
    UNION SELECT p.id FROM people_person p JOIN whole ON p.merged_into_id = whole.id
  ) SELECT coalesce(array_agg(id), '{}') INTO found FROM whole;
  RETURN found;
END $$;
"""
FORESEEN = """
CREATE FUNCTION trust_foreseen(person uuid, place text, way text[]) RETURNS integer
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found integer;
BEGIN
  EXECUTE format('SELECT count(*) FROM %I WHERE %s', place, trust_where(way))
    INTO found USING trust_registrations(person);
  RETURN found;
END $$;
"""


def _staff(**more) -> models.ForeignKey:
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL,
        **more,
    )  # fmt: skip


def _in(*states: str) -> models.Q:
    return models.Q(("state__in", list(states)))


WAITS, ENDED = _in("open", "proposed", "granted"), _in("done", "refused", "taken_back")


class Migration(migrations.Migration):
    dependencies = [
        ("trust", "0006_nobody_calls_themself_trained"),
        ("base", "0001_ground"),
    ]

    operations = [
        migrations.CreateModel(
            name="RightsRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.UUIDField(db_index=True)),
                (
                    "right",
                    models.CharField(
                        choices=[
                            ("information", "Penjelasan"),
                            ("access", "Salinan data"),
                            ("correction", "Perbaikan data"),
                            ("deletion", "Penghapusan data"),
                            ("restriction", "Pembatasan pemakaian data"),
                            ("objection", "Keberatan atas keputusan otomatis"),
                            ("portability", "Data untuk dipindahkan"),
                            ("compensation", "Ganti rugi"),
                            ("withdrawal", "Penarikan persetujuan"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Menunggu keputusan"),
                            ("proposed", "Penolakan menunggu pembaca kedua"),
                            ("granted", "Disetujui, sedang dijalankan"),
                            ("done", "Sudah dijalankan"),
                            ("refused", "Ditolak dengan alasan"),
                            ("taken_back", "Dibatalkan pemohon"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=rangkul.base.clock.now)),
                ("due_at", models.DateTimeField()),
                ("text", rangkul.base.sealed.SealedText(null=True)),
                ("answer", rangkul.base.sealed.SealedText(null=True)),
                ("outcome", rangkul.base.sealed.SealedText(null=True)),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("danger", "Membahayakan keamanan atau kesehatan orang itu sendiri atau orang lain"),
                            ("others", "Membuka data pribadi orang lain"),
                            ("duty", "Ada kewajiban hukum untuk menyimpan data ini"),
                            ("identity", "Belum pasti bahwa yang meminta adalah orangnya"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("raised_at", models.DateTimeField(blank=True, null=True)),
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
                    "consent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trust.consent",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="base.datakey"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rights_requests",
                        to="people.person",
                    ),
                ),
                ("owner", _staff()),
                ("worker", _staff(blank=True, null=True)),
                ("recorded_by", _staff(blank=True, null=True)),
                ("decided_by", _staff(blank=True, null=True)),
                ("second", _staff(blank=True, null=True)),
                ("raised_to", _staff(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(condition=WAITS, fields=["agency", "due_at"], name="trust_rights_waiting"),
                    models.Index(condition=ENDED, fields=["agency", "-ended_at"], name="trust_rights_ended"),
                    models.Index(
                        condition=models.Q(("person__isnull", False)),
                        fields=["person"],
                        name="trust_rights_of_person",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=(WAITS & models.Q(("ended_at__isnull", True)))
                        | (ENDED & models.Q(("ended_at__isnull", False))),
                        name="trust_rights_ended_paired",
                        violation_error_message="Permintaan hak yang selesai punya waktu selesai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["proposed", "refused"]), _negated=True),
                            models.Q(models.Q(("ground", ""), _negated=True), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_rights_no_has_a_ground",
                        violation_error_message="Penolakan membutuhkan dasar hukum dan alasan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second__isnull", True),
                            models.Q(("second", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="trust_rights_second_is_another",
                        violation_error_message="Penolakan dibaca oleh orang lain sebelum disampaikan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_rights_decided_paired",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("raised_at__isnull", True), ("raised_to__isnull", True)),
                            models.Q(("raised_at__isnull", False), ("raised_to__isnull", False)),
                            _connector="OR",
                        ),
                        name="trust_rights_raised_paired",
                    ),
                ],
            },
        ),
        protect(
            "trust_rightsrequest",
            see=SEE,
            add=ADD,
            change=CHANGE,
            columns="state, owner_id, answer, outcome, ground, decided_by_id, decided_at, second_id, ended_at,"
            " raised_to_id, raised_at, person_id, worker_id",
        ),
        keep_versions("trust_rightsrequest"),
        migrations.RunSQL(REGISTRATIONS, "DROP FUNCTION trust_registrations(uuid)"),
        migrations.RunSQL(FORESEEN, "DROP FUNCTION trust_foreseen(uuid, text, text[])"),
    ]
