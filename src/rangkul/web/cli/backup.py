"""Saves everything into one file, while people go on working."""

import argparse
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rangkul.base import home
from rangkul.base.progress import Progress
from rangkul.base.trouble import Trouble
from rangkul.web.cli import archive, dumps, house, terminal
from rangkul.web.cli.stopping import stoppable

NAME = "backup"
HELP = "Simpan basis data dan lampiran ke satu berkas."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="BERKAS", help="berkas cadangan yang akan dibuat (.tar)")
    parser.add_argument("--with-keys", action="store_true", help="sertakan kunci: simpan berkasnya seperti kunci")


def run(args: argparse.Namespace) -> int:
    with stoppable(), house.database(), terminal.progress() as progress:
        save(args.file, with_keys=args.with_keys, progress=progress)
    terminal.say(f"Cadangan tersimpan di {args.file} ({args.file.stat().st_size / 1e6:.1f} MB).")
    if not args.with_keys:
        terminal.say(f"Kunci tidak ikut. Simpan salinan {home.keys_dir()} di tempat lain: tanpa itu catatan terkunci.")
    return 0


def save(target: Path, *, with_keys: bool, progress: Progress) -> dict:
    """The database first: every attachment it speaks of was on the disk before its row was."""
    _refuse_unusable(target)
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".rangkul-") as folder:
        dumped = Path(folder, archive.DUMP)
        dumps.dump(dumped, progress)
        # Before the keys are listed: a home that nobody has used yet gets its master key here.
        facts = about()
        files = [(archive.DUMP, dumped), *_below(home.attachments_dir())]
        if with_keys:
            files += _below(home.keys_dir())
        return archive.write(target, files, facts, progress)


def about() -> dict:
    return {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": version("rangkul"),
        "postgres": dumps.server_major(),
        "master_key": home.fingerprint(),
    }


def _refuse_unusable(target: Path) -> None:
    if target.exists():
        raise Trouble(f"{target} sudah ada.", "Pilih nama lain; cadangan lama tidak ditimpa.")
    if not target.absolute().parent.is_dir():
        raise Trouble(f"Folder {target.absolute().parent} tidak ada.", "Buat dulu foldernya.")


def _below(folder: Path) -> list[tuple[str, Path]]:
    """Name in the archive and place of each file; drafts that are being written begin with a dot."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return [(str(Path(folder.name, path.relative_to(folder))), path) for path in paths]
