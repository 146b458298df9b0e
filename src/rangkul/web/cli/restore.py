"""Brings a backup into an empty home. Never over data that is already there."""

import argparse
import shutil
import tempfile
from pathlib import Path

import psycopg

from rangkul.base import home
from rangkul.base.postgres import conninfo
from rangkul.base.progress import Progress
from rangkul.base.trouble import Trouble
from rangkul.web.cli import archive, dumps, house, terminal
from rangkul.web.cli.stopping import stoppable

NAME = "restore"
HELP = "Pulihkan cadangan ke folder data yang masih kosong."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="BERKAS", help="berkas yang dibuat oleh `rangkul backup`")
    parser.add_argument("--without-keys", action="store_true", help="pulihkan walau catatan tidak dapat dibuka")


def run(args: argparse.Namespace) -> int:
    if not args.file.is_file():
        raise Trouble(f"{args.file} tidak ditemukan.", "Periksa nama berkasnya.")
    with stoppable(), house.database(), terminal.progress() as progress:
        manifest = bring_back(args.file, without_keys=args.without_keys, progress=progress)
    terminal.say(f"Cadangan tanggal {manifest['made_at']} sudah pulih ({len(manifest['files'])} berkas).")
    terminal.say("Jalankan `rangkul migrate` bila versi Rangkul lebih baru, lalu `rangkul audit verify`.")
    return 0


def bring_back(source: Path, *, without_keys: bool, progress: Progress) -> dict:
    """Check everything first; the database last, because it alone is all or nothing."""
    refuse_occupied()
    # Beside the home, not in /tmp: renaming then cannot fail for want of space.
    with tempfile.TemporaryDirectory(dir=home.make_home(), prefix=".pulih-") as name:
        folder = Path(name)
        manifest = archive.unpack(source, folder, progress)
        _keys(folder / "keys", manifest, without_keys=without_keys)
        if (folder / "attachments").is_dir():
            shutil.copytree(folder / "attachments", home.attachments_dir(), dirs_exist_ok=True)
        try:
            dumps.load(folder / archive.DUMP, progress)
        except BaseException:
            shutil.rmtree(home.attachments_dir())
            raise
    return manifest


def refuse_occupied() -> None:
    with psycopg.connect(conninfo("owner")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()[0]
    if tables or any(home.attachments_dir().iterdir()):
        raise Trouble(
            f"Folder data {home.home()} sudah berisi.",
            "Pulihkan ke folder kosong: RANGKUL_HOME=/folder/baru rangkul restore …",
        )


def _keys(brought: Path, manifest: dict, *, without_keys: bool) -> None:
    """The keys of the backup take the place of those that a first start has just made."""
    if brought.is_dir():
        for path in brought.iterdir():
            shutil.copy2(path, home.keys_dir() / path.name)
    if home.fingerprint() != manifest["master_key"] and not without_keys:
        raise Trouble(
            "Kunci induk di sini bukan kunci yang mengunci cadangan ini; catatan tidak akan terbaca.",
            f"Salin folder keys yang asli ke {home.keys_dir()} dulu, atau pakai --without-keys.",
        )
