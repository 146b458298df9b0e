"""A receiver refers on: where to, and what came of it there once somebody has learned it. Only that end meets a need."""

from django.conf import settings
from django.db import migrations, models

import rangkul.base.sealed

# What a receiver said stays as it was said; what is learned afterwards is another fact, and is written once.
_KEPT = (
    "need_id", "case_id", "request_id", "key_id", "agency_id", "service_id", "organization_id", "receiver", "contact",
    "asked", "ground", "ground_words", "consent_id", "sent_at",
)  # fmt: skip


def keep_sent(ended, learned="") -> str:
    (old, new), (was, is_) = (
        [", ".join(f"{which}.{name}" for name in names) for which in ("OLD", "NEW")] for names in (_KEPT, ended)
    )
    return f"""
CREATE OR REPLACE FUNCTION referral_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND ({old}) IS DISTINCT FROM ({new}) THEN
    RAISE EXCEPTION 'a referral that was sent is never rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.ended_at IS NOT NULL AND ({was}) IS DISTINCT FROM ({is_}) THEN
    RAISE EXCEPTION 'a referral that ended stays ended' USING ERRCODE = 'restrict_violation';
  END IF;{learned}
  RETURN NEW;
END $$;
"""


LEARNED = """
  IF OLD.later_outcome <> '' AND OLD.later_outcome IS DISTINCT FROM NEW.later_outcome THEN
    RAISE EXCEPTION 'what came of it in the end is written once' USING ERRCODE = 'restrict_violation';
  END IF;"""
ENDED = ("state", "ended_at", "outcome", "refusal")


def met(also="") -> str:
    return f"""
CREATE OR REPLACE FUNCTION referral_met_by_outcome() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM referral_referral
                  WHERE need_id = NEW.id AND state = 'completed' AND (outcome IN ('helped', 'partly'){also})) THEN
    RAISE EXCEPTION 'referral_need_met_by_outcome: referred is not yet helped' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
"""


LATER = " OR (outcome = 'onward' AND later_outcome IN ('helped', 'partly'))"


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_forget_old_answers"),
        ("cases", "0015_receivers_read_too"),
        ("intake", "0012_name_a_group_that_is_accepted"),
        ("people", "0006_students_stand_apart"),
        ("referral", "0004_seen_with_the_request"),
        ("trust", "0016_an_opened_file_has_its_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="later_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="later_outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("helped", "Sudah dibantu"),
                    ("partly", "Dibantu sebagian"),
                    ("not_come", "Orangnya tidak datang"),
                    ("not_helped", "Belum bisa dibantu"),
                    ("returned", "Dirujuk balik kepada Anda"),
                    ("onward", "Dirujuk lagi ke tempat lain"),
                ],
                default="",
                db_default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="onward_to",
            field=rangkul.base.sealed.SealedText(editable=True, null=True),
        ),
        migrations.AlterField(
            model_name="referral",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("helped", "Sudah dibantu"),
                    ("partly", "Dibantu sebagian"),
                    ("not_come", "Orangnya tidak datang"),
                    ("not_helped", "Belum bisa dibantu"),
                    ("returned", "Dirujuk balik kepada Anda"),
                    ("onward", "Dirujuk lagi ke tempat lain"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="verb",
            field=models.CharField(
                choices=[
                    ("send", "Dikirim"),
                    ("discard", "Persiapan dihentikan"),
                    ("see", "Dibaca penerima"),
                    ("accept", "Diterima"),
                    ("begin", "Mulai dilayani"),
                    ("complete", "Selesai"),
                    ("onward", "Dirujuk lagi"),
                    ("learn", "Hasil akhirnya diketahui"),
                    ("decline", "Ditolak"),
                    ("cancel", "Ditarik"),
                    ("expire", "Lewat hari terakhir"),
                    ("fail", "Tidak sampai"),
                    ("ask", "Bertanya"),
                    ("tell", "Menjawab"),
                    ("file", "Mengirim berkas"),
                    ("extend", "Hari terakhir diperpanjang"),
                    ("remind", "Diingatkan"),
                    ("queue", "Urutan ditetapkan"),
                    ("stopped", "Pemakaian data sudah dihentikan"),
                ],
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("onward_to__isnull", False), ("outcome", "onward")),
                    models.Q(models.Q(("outcome", "onward"), _negated=True), ("onward_to__isnull", True)),
                    _connector="OR",
                ),
                name="referral_onward_says_where",
                violation_error_message="Tulis ke mana dirujuk lagi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("later_at__isnull", True), ("later_outcome", "")),
                    models.Q(
                        ("later_at__isnull", False),
                        ("outcome", "onward"),
                        models.Q(("later_outcome__in", ["", "onward"]), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="referral_later_outcome_of_onward",
                violation_error_message="Hasil akhir dicatat untuk rujukan yang dirujuk lagi.",
            ),
        ),
        migrations.RunSQL(keep_sent((*ENDED, "onward_to"), LEARNED), keep_sent(ENDED)),
        migrations.RunSQL(met(LATER), met()),
    ]
