"""A backup file: one tar with the database, the attachments, perhaps the keys, and a manifest of checksums.

Members: database.dump, attachments/…, keys/… (only when asked for), manifest.json last. The manifest:
{format, made_at (UTC, ISO 8601), version, postgres (major), master_key (fingerprint), files: {name: sha256}}.
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rangkul.base.progress import Progress
from rangkul.base.trouble import Trouble

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
_ROOTS = ("attachments", "keys")
_CHUNK = 1 << 20


def write(target: Path, files: Iterable[tuple[str, Path]], about: dict, progress: Progress) -> dict:
    """Whole or not at all: written beside the target and renamed once it is on the disk."""
    files = list(files)
    draft = target.with_name(f"{target.name}.baru")
    sums: dict[str, str] = {}
    try:
        # Names and notes of clients lie in it, sealed or not: nobody else may read the file.
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                steps = _Steps(progress, "Menyimpan berkas (kB)", sum(path.stat().st_size for _name, path in files))
                for name, path in files:
                    with path.open("rb") as source:
                        read = _Counted(source, steps)
                        tar.addfile(tar.gettarinfo(arcname=name, fileobj=source), read)
                    sums[name] = read.digest()
                manifest = {"format": FORMAT, **about, "files": sums}
                _add_text(tar, MANIFEST, json.dumps(manifest, indent=2))
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
        _keep_name(target.absolute().parent)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _keep_name(folder: Path) -> None:
    """After a power cut too the file stands under its name."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


class _Steps:
    """How many kB are done of a known number of bytes."""

    def __init__(self, progress: Progress, label: str, total: int):
        self.progress, self.label, self.total, self.done = progress, label, max(1, total // 1000), 0

    def __call__(self, size: int) -> None:
        self.done += size
        self.progress(self.label, min(self.done // 1000, self.total), self.total)


class _Counted:
    """A file that is read once: into the tar, into its checksum, and into what the reader is told."""

    def __init__(self, file: BinaryIO, steps: _Steps):
        self.file, self.steps, self.summed = file, steps, hashlib.sha256()

    def read(self, size: int) -> bytes:
        piece = self.file.read(size)
        self.summed.update(piece)
        self.steps(len(piece))
        return piece

    def digest(self) -> str:
        return self.summed.hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o600
    tar.addfile(member, io.BytesIO(data))


def unpack(source: Path, folder: Path, progress: Progress) -> dict:
    """Take the file apart into `folder` and return its manifest. Errors: Trouble when a byte differs."""
    try:
        with tarfile.open(source) as tar:
            members = tar.getmembers()
            steps = _Steps(progress, "Membuka cadangan (kB)", sum(member.size for member in members))
            for member in members:
                _take_out(tar, member, folder, steps)
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, tarfile.TarError, ValueError) as error:
        raise Trouble(f"{source} tidak dapat dibaca sebagai cadangan Rangkul.", "Pilih berkas lain.") from error
    _check(manifest, folder, source)
    return manifest


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path, steps: _Steps) -> None:
    """Only plain files under the names we write: a forged tar must not reach outside the folder."""
    path = PurePosixPath(member.name)
    known = member.name in (DUMP, MANIFEST) or (path.parts[0] in _ROOTS and ".." not in path.parts)
    if not member.isfile() or path.is_absolute() or not known:
        raise tarfile.TarError(member.name)
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("xb") as file:
        for piece in _pieces(tar.extractfile(member)):
            file.write(piece)
            steps(len(piece))
    target.chmod(0o600)


def _check(manifest: dict, folder: Path, source: Path) -> None:
    if manifest.get("format") != FORMAT:
        raise Trouble(f"{source} dibuat oleh versi Rangkul yang lain.", "Pulihkan dengan versi yang membuatnya.")
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    sums = manifest["files"]
    damaged = sorted(name for name in found | sums.keys() if not _same(folder / name, sums.get(name)))
    if damaged:
        raise Trouble(
            f"Cadangan {source} rusak: {', '.join(damaged[:3])} tidak sesuai jumlah periksanya.",
            "Jangan dipakai; ambil salinan cadangan yang lain.",
        )


def _same(path: Path, checksum: str | None) -> bool:
    return path.is_file() and digest(path) == checksum


def digest(path: Path) -> str:
    summed = hashlib.sha256()
    with path.open("rb") as file:
        for piece in _pieces(file):
            summed.update(piece)
    return summed.hexdigest()


def _pieces(file) -> Iterator[bytes]:
    while piece := file.read(_CHUNK):
        yield piece
