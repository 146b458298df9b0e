"""The machine: disk, clock, the closed folders."""

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg

from rangkul.base import home
from rangkul.base.postgres import conninfo
from rangkul.web.cli.checks import Finding, fine, uneasy, wrong

GIGABYTE = 1e9
# No clock can be right that stands before this release was made.
RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
# Seconds by which two clocks may differ before due times and second factors go wrong.
TOLERANCE = 30


def disk() -> Iterator[Finding]:
    folder = home.make_home()
    free = shutil.disk_usage(folder).free / GIGABYTE
    text = f"Ruang kosong di {folder}: {free:.1f} GB."
    if free < 1:
        yield wrong(text, "Kosongkan ruang sekarang: tanpa ruang, tidak ada yang dapat disimpan.")
    elif free < 5:
        yield uneasy(text, "Siapkan ruang sebelum penuh.")
    else:
        yield fine(text)


def closed_keys() -> Iterator[Finding]:
    folder = home.keys_dir()
    open_ones = [path for path in (folder, *folder.iterdir()) if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    if open_ones:
        yield wrong(
            f"Kunci dapat dibaca akun lain: {', '.join(str(path) for path in open_ones)}.",
            f"Tutup dengan `chmod -R go= {folder}`, lalu anggap kunci itu sudah diketahui orang.",
        )
    elif os.environ.get("RANGKUL_MASTER_KEY"):
        yield fine("Kunci induk diberikan lewat RANGKUL_MASTER_KEY.")
    else:
        yield fine(f"Kunci tersimpan tertutup di {folder}.")


def clock() -> Iterator[Finding]:
    now = datetime.now(UTC)
    if now < RELEASED:
        yield wrong(f"Jam komputer menunjukkan {now:%d-%m-%Y}.", "Setel jam, misalnya lewat NTP.")
        return
    with psycopg.connect(conninfo("owner")) as connection:
        there = connection.execute("SELECT clock_timestamp()").fetchone()[0]
    apart = abs((there - datetime.now(UTC)).total_seconds())
    if apart > TOLERANCE:
        yield wrong(
            f"Jam komputer dan jam server basis data berbeda {apart:.0f} detik.",
            "Setel keduanya lewat NTP: tenggat dan kode masuk bergantung padanya.",
        )
    else:
        yield fine("Jam sesuai.")
