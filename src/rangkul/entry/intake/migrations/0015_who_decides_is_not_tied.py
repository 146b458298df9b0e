"""Whoever is tied to the person of a request owns it no more and decides nothing about it; each decision says how the
unit fitted, and why where it went against that."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import rangkul.base.clock
import rangkul.base.ids
import rangkul.base.sealed
from rangkul.base.rls import protect, through

WHY = [
    ("red", "Permintaan merah"),
    ("overdue", "Batas waktunya lewat"),
    ("nobody", "Tidak ada supervisor yang boleh diberi tahu"),
]
FITS = [
    ("fits", "Cocok"),
    ("area", "Di luar wilayah"),
    ("field", "Di luar kategori"),
    ("both", "Di luar wilayah dan kategori"),
    ("unknown", "Belum bisa dinilai"),
]
KINDS = [
    ("relative", "Keluarga atau kerabat"),
    ("neighbour", "Tetangga atau teman dekat"),
    ("business", "Urusan usaha, kerja, atau uang"),
    ("other", "Hubungan lain"),
]

# Asked by triggers, also by those of later packages, whoever writes: the answer is the same for everybody.
TIED = """
CREATE FUNCTION intake_is_tied(wanted uuid, worker uuid) RETURNS boolean
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM intake_conflict c WHERE c.request_id = wanted AND c.staff_id = worker);
$$;
CREATE FUNCTION intake_tied(wanted uuid) RETURNS SETOF uuid
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.staff_id FROM intake_conflict c WHERE c.request_id = wanted AND ask_kind() IN ('staff', 'job');
$$;
CREATE FUNCTION intake_refuse_tied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'who is tied to the person neither owns this nor decides about it'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_conflict_stands_aside';
END $$;
CREATE TRIGGER owner_is_not_tied BEFORE UPDATE OF owner_id ON intake_request FOR EACH ROW
  WHEN (NEW.owner_id IS DISTINCT FROM OLD.owner_id AND intake_is_tied(NEW.id, NEW.owner_id))
  EXECUTE FUNCTION intake_refuse_tied();
CREATE TRIGGER decider_is_not_tied BEFORE INSERT ON intake_decision FOR EACH ROW
  WHEN (NEW.by_id IS NOT NULL AND intake_is_tied(NEW.request_id, NEW.by_id))
  EXECUTE FUNCTION intake_refuse_tied();
-- Whoever says so has handed it over before: an open request is never left with an owner who may not decide.
CREATE FUNCTION intake_owner_steps_aside() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM intake_request r WHERE r.id = NEW.request_id AND r.owner_id = NEW.staff_id
                AND r.closed_at IS NULL) THEN
    RAISE EXCEPTION 'somebody else owns the request first'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_conflict_stands_aside';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER owner_steps_aside BEFORE INSERT ON intake_conflict FOR EACH ROW
  EXECUTE FUNCTION intake_owner_steps_aside();
"""
FREE = """
DROP FUNCTION intake_owner_steps_aside() CASCADE; DROP FUNCTION intake_refuse_tied() CASCADE;
DROP FUNCTION intake_tied(uuid); DROP FUNCTION intake_is_tied(uuid, uuid) CASCADE;
"""


def key(to: str, **more) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, db_index=False, to=to, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0014_lock_a_door_that_is_tried"),
        ("base", "0001_ground"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Conflict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=rangkul.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(default=rangkul.base.clock.now, editable=False)),
                ("kind", models.CharField(choices=KINDS, max_length=10)),
                ("words", rangkul.base.sealed.SealedText(editable=True, null=True)),
                ("key", key("base.datakey")),
                (
                    "request",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts",
                        to="intake.request",
                    ),
                ),
                ("staff", key(settings.AUTH_USER_MODEL, related_name="+")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "staff"),
                        name="intake_conflict_once",
                        violation_error_message="Hubungan ini sudah dicatat.",
                    )
                ],
            },
        ),
        migrations.AddField("decision", "no_conflict", models.BooleanField(blank=True, null=True)),
        migrations.AddField(
            "decision", "fit", models.CharField(blank=True, choices=FITS, db_default="", default="", max_length=7)
        ),
        migrations.AddField("decision", "against_fit", models.BooleanField(db_default=False, default=False)),
        migrations.AlterField(
            "escalation",
            "why",
            models.CharField(
                choices=[*WHY, ("conflict", "Petugasnya punya hubungan pribadi, perlu petugas lain")],
                default="overdue",
                max_length=8,
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(against_fit=False) | models.Q(note__isnull=False),
                name="intake_decision_against_fit_with_reason",
                violation_error_message="Memutuskan lain daripada kecocokan unit memerlukan satu kalimat alasan.",
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(no_conflict__isnull=True) | models.Q(no_conflict=True),
                name="intake_decision_without_conflict",
                violation_error_message="Siapa yang punya hubungan pribadi tidak memutuskan.",
            ),
        ),
        protect("intake_conflict", see=through("intake_request", "intake_conflict.request_id"), keep=True),
        migrations.RunSQL(TIED, FREE),
    ]
