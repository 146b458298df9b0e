"""Many services from a file at once, looked through first."""

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from uuid import UUID

from rangkul.base.progress import Progress
from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

NAME = "services"
HELP = "Muat daftar layanan dari berkas CSV, XLSX, HSDS JSON, atau paket HSDS (zip)."
_TOLD = 50
_SHOWN_EACH = 500


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", help="berkas .csv, .xlsx, .json, atau .ndjson")
    parser.add_argument("--check", action="store_true", help="periksa saja, tidak menyimpan apa pun")
    parser.add_argument("--keeper", default="", metavar="NAMA", help="nama masuk petugas yang menjaga keterangannya")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.require_migrated()
        house.wake()
        return brought(args)


def brought(args: argparse.Namespace) -> int:
    """The exit code: 1 where a row was left out. Raises Trouble for a file that cannot be read."""
    importing = import_module("rangkul.commons.directory.importing")
    keeper = None if args.check else _keeper(args.keeper)
    report = _examined(importing, Path(args.file))
    _tell(report)
    if args.check:
        for line in report.foreseen:
            terminal.say(f"{line}.")
        terminal.approve("Belum ada yang disimpan.")
    elif report.lines:
        terminal.approve(f"{_loaded(report.lines, keeper)} layanan dimuat.")
    else:
        for line in report.foreseen:
            terminal.say(f"{line}.")
        terminal.approve("Tidak ada layanan baru dalam berkas ini, jadi tidak ada yang dimuat.")
    if report.changed and not args.check:
        terminal.say(
            f"{len(report.changed)} layanan sudah ada dan isinya berbeda; setujui di halaman Muat dari berkas:"
        )
        for one in report.changed[:_TOLD]:
            terminal.say(f"Baris {one.row}, {one.name}: {', '.join(part.name for part in one.differences)}.")
    return 1 if report.faults or report.twins else 0


def _tell(report) -> None:
    """What is wrong, what finds no place and what may be there already."""
    for fault in report.faults[:_TOLD]:
        terminal.warn(
            f"Baris {fault.row}, kolom {fault.where or '-'}: {fault.words}", "Perbaiki baris itu, lalu muat lagi."
        )
    if len(report.faults) > _TOLD:
        terminal.say(f"… dan {len(report.faults) - _TOLD} hal lain.")
    for note in report.notes[:_TOLD]:
        terminal.say(f"Baris {note.row}, {note.where or '-'}: {note.words}")
    if len(report.notes) > _TOLD:
        terminal.say(f"… dan {len(report.notes) - _TOLD} hal lain yang tidak ikut tersimpan.")
    for twin in report.twins[:_TOLD]:
        terminal.say(f"Baris {twin.row} mungkin sudah ada, dilewati: {twin.name}")


def _examined(importing, file: Path):
    asking = import_module("rangkul.base.asking")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Trouble(f"Berkas {file} tidak bisa dibaca.", "Periksa nama dan izinnya.") from error
    try:
        with terminal.progress() as progress, asking.asking_as(asking.job("import"), readonly=True):
            progress("Membaca berkas", 0, 0)
            lines = list(importing.read(data, file.name))
            progress("Membaca berkas", len(lines), len(lines))
            return importing.examine(_one_by_one(lines, progress))
    except importing.Unreadable as error:
        raise Trouble(error.message, "Perbaiki berkasnya, lalu jalankan lagi.") from error


def _one_by_one(lines: list, progress: Progress) -> Iterator:
    for done, line in enumerate(lines):
        if done % _SHOWN_EACH == 0:
            progress("Memeriksa baris", done, len(lines))
        yield line
    progress("Memeriksa baris", len(lines), len(lines))


def _loaded(lines, keeper: UUID) -> int:
    import psycopg

    loading = import_module("rangkul.commons.directory.loading")
    conninfo = import_module("rangkul.base.postgres").conninfo
    with psycopg.connect(conninfo("owner"), autocommit=True) as connection, terminal.progress() as progress:
        return loading.load(connection, lines, keeper=keeper, progress=progress)


def _keeper(username: str) -> UUID:
    """Whoever looks again when an entry grows old. Raises Trouble where nobody was named: nobody would."""
    if not username:
        raise Trouble(
            "Setiap keterangan layanan ada penjaganya, dan belum ada yang disebut.",
            "Sebut nama masuk petugasnya dengan --keeper NAMA, atau periksa saja berkasnya dengan --check.",
        )
    people = import_module("rangkul.commons.people.models")
    staff = people.Staff.objects.using("owner").filter(username=username, is_active=True).first()
    if staff is None:
        raise Trouble(f"Tidak ada petugas aktif bernama masuk {username!r}.", "Lihat halaman Pengguna.")
    return staff.pk
