"""What spoke against a receiver when they were chosen, a door that can be locked, a call that was promised, and a place
in a waiting list that only one holds."""

from django.db import migrations, models

# Where two held the same place at a service, the one who was accepted first stands first.
ONE_EACH = """
UPDATE referral_referral r SET queue_place = n.place FROM (
  SELECT id, row_number() OVER (PARTITION BY agency_id, service_id ORDER BY queue_place, answered_at, id) AS place
    FROM referral_referral WHERE state = 'accepted' AND service_id IS NOT NULL AND queue_place IS NOT NULL) n
 WHERE r.id = n.id AND (r.agency_id, r.service_id) IN (
  SELECT agency_id, service_id FROM referral_referral
   WHERE state = 'accepted' AND service_id IS NOT NULL AND queue_place IS NOT NULL
   GROUP BY agency_id, service_id HAVING count(*) > count(DISTINCT queue_place))
"""


def door(locked: str) -> str:
    return f"""
CREATE OR REPLACE FUNCTION referral_by_code(wanted text) RETURNS TABLE (id uuid)
  STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.door FROM referral_referral r
   WHERE r.code = wanted AND ask_kind() IS NOT NULL{locked}
     AND ((r.state IN ('sent', 'seen', 'accepted', 'in_progress') AND r.valid_to > now())
          OR (r.stop_due_at IS NOT NULL AND r.stop_due_at > now() - interval '30 days'));
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("referral", "0009_needs_go_over_to_the_case")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="doubts",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="referral",
            name="wrong_codes",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="referral",
            name="locked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="call_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunSQL(ONE_EACH, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("queue_place__isnull", False), ("service_id__isnull", False), ("state", "accepted")
                ),
                fields=("agency", "service_id", "queue_place"),
                name="referral_one_in_a_place",
                violation_error_message="Urutan ini sudah ditempati orang lain.",
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
                    ("call", "Serah terima lewat telepon dijanjikan"),
                    ("called", "Sudah ditelepon"),
                    ("withdraw", "Persetujuannya dicabut"),
                    ("stopped", "Pemakaian data sudah dihentikan"),
                ],
                max_length=8,
            ),
        ),
        migrations.RunSQL(door("\n     AND r.locked_at IS NULL"), door("")),
    ]
