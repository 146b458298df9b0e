"""The running house: its master key fits, jobs are done, help lines were checked lately, workers can be told."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg

from rangkul.base import clock, home
from rangkul.base.postgres import conninfo
from rangkul.web.cli.checks import Finding, fine, uneasy, wrong

# Seconds after which a worker that still lives would have spoken.
SILENCE = 60
# Minutes a job may be late before somebody should look.
LATE = 10
# Days after which a help line that nobody has called may have closed.
STALE = 180


def master_key() -> Iterator[Finding]:
    from rangkul.base import crypto
    from rangkul.base.models import DataKey

    key = DataKey.objects.using("owner").filter(wrapped__isnull=False).order_by("-id").first()
    if key is None:
        yield fine("Belum ada catatan terkunci.")
        return
    try:
        crypto.unwrap(bytes(key.wrapped), key.id)
    except crypto.Unreadable:
        yield wrong(
            "Kunci induk bukan kunci yang mengunci catatan di basis data ini.",
            f"Kembalikan folder {home.keys_dir()} dari salinannya. Jangan menulis catatan baru dulu.",
        )
    else:
        yield fine("Kunci induk membuka catatan.")


def jobs() -> Iterator[Finding]:
    with psycopg.connect(conninfo("owner")) as connection:
        silent = connection.execute("SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers")
        seconds = silent.fetchone()[0]
        waiting = "SELECT count(*) FROM procrastinate_jobs WHERE "
        late = connection.execute(
            waiting + "status = 'todo' AND coalesce(scheduled_at, now()) < now() - make_interval(mins => %s)", [LATE]
        ).fetchone()[0]
        failed = connection.execute(waiting + "status = 'failed'").fetchone()[0]
    if seconds is None or seconds > SILENCE:
        yield uneasy(
            "Pekerja latar tidak berjalan: pengingat dan eskalasi menunggu.",
            "Jalankan `rangkul serve`, atau `rangkul worker` di mesin lain.",
        )
    else:
        yield fine(f"Pekerja latar terakhir memberi kabar {seconds:.0f} detik lalu.")
    if late:
        yield wrong(f"{late} pekerjaan latar terlambat lebih dari {LATE} menit.", "Tambah pekerja, baca catatannya.")
    if failed:
        yield uneasy(f"{failed} pekerjaan latar gagal.", "Lihat `rangkul shell`: ProcrastinateJob berstatus failed.")


def hotlines() -> Iterator[Finding]:
    from django.db.models import Q

    from rangkul.entry.crisis.models import Hotline

    shown = Hotline.objects.using("owner").exclude(status=Hotline.Status.CLOSED)
    before = clock.now().date() - timedelta(days=STALE)
    old = list(shown.filter(Q(verified_on__lt=before) | Q(verified_on=None)).values_list("name_id", flat=True))
    if not shown.exists():
        yield wrong("Tidak ada layanan darurat yang dapat ditampilkan.", "Jalankan `rangkul migrate`.")
    elif old:
        yield uneasy(
            f"{len(old)} layanan darurat belum diperiksa dalam {STALE} hari: {', '.join(old[:3])} …",
            "Hubungi tiap nomor, lalu catat tanggalnya di halaman layanan darurat.",
        )
    else:
        yield fine("Semua layanan darurat diperiksa dalam setengah tahun ini.")


def news() -> Iterator[Finding]:
    from rangkul.base.news import sending

    if sending.ways():
        yield fine("Petugas dapat dikabari saat halaman tertutup.")
    else:
        yield uneasy(
            "Petugas tidak dapat dikabari saat halaman tertutup: surel dan pemberitahuan peramban belum dipasang.",
            "Isi RANGKUL_MAIL_FROM atau RANGKUL_PUSH_KEY dan RANGKUL_PUSH_CONTACT (docs/news.md).",
        )
