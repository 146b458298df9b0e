"""A room goes from letters to talking live and back, asked by one side and agreed by the other. Prepared answers stand
in the languages in which clients wish to be spoken to."""

from django.db import migrations, models
from django.db.models import F, Q

LANGUAGES = [
    ("", "Indonesia"), ("jv", "Jawa"), ("su", "Sunda"), ("mad", "Madura"), ("min", "Minang"), ("bug", "Bugis"),
    ("ban", "Bali"), ("bjn", "Banjar"), ("ace", "Aceh"), ("sign", "Bahasa isyarat"), ("en", "Inggris"),
]  # fmt: skip
LINES = [
    ("taken", "%(who)s mulai mendampingi Anda"),
    ("joined", "%(who)s ikut dalam percakapan ini"),
    ("handed_over", "%(who)s melanjutkan percakapan ini"),
    ("left", "%(who)s keluar dari percakapan"),
    ("hushed", "Ruang ditutup dengan kata rahasia"),
    ("returned", "Klien kembali ke ruang"),
    ("ended", "Percakapan diakhiri"),
    ("withdrawn", "Satu pesan ditarik"),
    ("calling", "%(who)s mengajak berbicara langsung"),
    ("call_over", "Pembicaraan langsung berakhir"),
    ("call_missed", "Ajakan berbicara tidak dijawab"),
    ("asks_live", "%(who)s ingin mengobrol langsung"),
    ("asks_letter", "%(who)s ingin melanjutkan lewat surat"),
    ("now_live", "Mulai sekarang mengobrol langsung. Yang sudah tertulis tetap di sini"),
    ("now_letter", "Mulai sekarang seperti surat. Yang sudah tertulis tetap di sini"),
    ("not_now", "Cara berbicara tetap seperti sekarang"),
]
NOBODY_ASKS = Q(asked_kind="", asked_by_client__isnull=True)
SOMEBODY_ASKS = (
    Q(state__in=["waiting", "open"])
    & ~Q(asked_kind="")
    & ~Q(asked_kind=F("kind"))
    & Q(end_to_end=False)
    & Q(asked_by_client__isnull=False)
)


class Migration(migrations.Migration):
    dependencies = [("counselling", "0018_ask_again_where_the_client_is")]

    operations = [
        migrations.AddField(
            model_name="room",
            name="asked_kind",
            field=models.CharField(
                blank=True,
                choices=[("letter", "Seperti surat"), ("live", "Mengobrol langsung")],
                db_default="",
                default="",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="room", name="asked_by_client", field=models.BooleanField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.CheckConstraint(
                condition=NOBODY_ASKS | SOMEBODY_ASKS,
                name="counselling_room_asks_for_the_other_kind",
                violation_error_message="Ajakan ganti cara hanya ke cara yang lain, selama percakapan berlangsung.",
            ),
        ),
        migrations.AlterField(
            model_name="message", name="line", field=models.CharField(blank=True, choices=LINES, max_length=11)
        ),
        migrations.AddField(
            model_name="prepared",
            name="language",
            field=models.CharField(blank=True, choices=LANGUAGES, db_default="", default="", max_length=20),
        ),
        migrations.RemoveConstraint(model_name="prepared", name="counselling_prepared_once"),
        migrations.AddConstraint(
            model_name="prepared",
            constraint=models.UniqueConstraint(
                fields=("agency", "staff", "shortcut", "language"),
                name="counselling_prepared_once",
                nulls_distinct=False,
                violation_error_message="Singkatan ini sudah dipakai.",
            ),
        ),
    ]
