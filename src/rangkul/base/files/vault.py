"""Where attached files lie: sealed in chunks under the key of what they belong to, one file a row, written once.

Format: chunks of 64 KiB, each sealed as `crypto.seal` does (29 bytes more); the context of a chunk holds the
document, its number and whether it is the last, so that no chunk can be left out, moved or taken from another file.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from rangkul.base import crypto, home
from rangkul.base.models import DataKey

# Each tells which of these ids are rows of its own; a file that no package knows is swept away.
owners: list[Callable[[Collection[str]], Iterable[UUID]]] = []

CHUNK = 64 * 1024
_SEALED = CHUNK + 29


def path_of(document_id: UUID, part: str = "") -> Path:
    """`part` names a file beside the document: "preview"."""
    name = document_id.hex
    # The last letters of a time-sorted key are the ones that spread.
    return home.attachments_dir() / name[-2:] / (f"{name}.{part}" if part else name)


def keep(document_id: UUID, key: DataKey, plain: BinaryIO, part: str = "") -> bytes:
    """Seal and write `plain`, and return its SHA-256. The file is on the disk when this returns: a document whose row
    is committed has its file, whatever happens next."""
    path = path_of(document_id, part)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    digest = hashlib.sha256()
    secret = _secret(key)
    with draft.open("wb") as file:
        for number, chunk, last in _numbered(plain):
            digest.update(chunk)
            file.write(crypto.seal(secret, chunk, _context(document_id, part, number, last)))
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    for folder in (path.parent, path.parent.parent):
        _fsync(folder)
    return digest.digest()


def _secret(key: DataKey) -> bytes:
    """Raises crypto.Unreadable where the key was destroyed: what it sealed is gone with it."""
    if key.wrapped is None:
        raise crypto.Unreadable(str(key.pk))
    return crypto.unwrap(bytes(key.wrapped), key.pk)


def _numbered(plain: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    plain.seek(0)
    number, chunk = 0, plain.read(CHUNK)
    while True:
        following = plain.read(CHUNK)
        yield number, chunk, not following
        if not following:
            return
        number, chunk = number + 1, following


def _context(document_id: UUID, part: str, number: int, last: bool) -> str:
    return f"attachment:{document_id}:{part}:{number}:{'last' if last else 'more'}"


def _fsync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(document_id: UUID, key: DataKey, part: str = "") -> Iterator[bytes]:
    """The plain bytes, chunk by chunk. The file is opened at once, so that a missing one fails before the answer
    begins. Raises crypto.Unreadable for bytes that were tampered with, FileNotFoundError."""
    file = path_of(document_id, part).open("rb")
    secret = _secret(key)
    return _opened(file, secret, document_id, part)


def _opened(file: BinaryIO, secret: bytes, document_id: UUID, part: str) -> Iterator[bytes]:
    with file:
        number, chunk = 0, file.read(_SEALED)
        while chunk:
            following = file.read(_SEALED)
            yield crypto.unseal(secret, chunk, _context(document_id, part, number, not following))
            number, chunk = number + 1, following


def remove(document_id: UUID) -> None:
    for part in ("", "preview"):
        path_of(document_id, part).unlink(missing_ok=True)


def all_files() -> Iterator[Path]:
    return (path for folder in home.attachments_dir().iterdir() if folder.is_dir() for path in folder.iterdir())
