"""A file on its way: announced in the signed letter of its referral, or a result; its bytes travel once, in a letter of
their own, and are believed only where they are what the letter says (docs/adr/0111). Pure but for reading the vault."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from rangkul.base.crypto import Unreadable
from rangkul.base.files import vault
from rangkul.base.models import DataKey
from rangkul.tell.exchange.peers.envelope import Unopened

# As much as goes with a referral by link, too.
LARGEST_FILE = 5 * 1024 * 1024
# Of the letter around it: twice base64, and the words beside.
LARGEST_LETTER = 10_000_000
_NAME = 160


@dataclass(frozen=True)
class Told:
    """What is said about a file before, and with, its bytes."""

    id: UUID
    name: str
    size: int
    sha256: str

    def values(self) -> dict[str, Any]:
        return {"id": str(self.id), "name": self.name, "size": self.size, "sha256": self.sha256}


@dataclass(frozen=True)
class Brought:
    told: Told
    of: UUID
    data: bytes

    @property
    def file(self) -> io.BytesIO:
        return io.BytesIO(self.data)


def told_of(found: Any) -> Told:
    """Raises Unopened for what is no file's description."""
    try:
        told = Told(UUID(found["id"]), found["name"], found["size"], found["sha256"])
        right = isinstance(told.name, str) and type(told.size) is int and isinstance(told.sha256, str)
        right = right and 0 < len(told.name) <= _NAME and "\x00" not in told.name and 0 < told.size <= LARGEST_FILE
    except (TypeError, KeyError, ValueError, AttributeError):
        right = False
    if not right:
        raise Unopened(400, "unreadable")
    return told


def brought_by(body: Mapping[str, Any]) -> Brought:
    """The bytes that a letter carries. Raises Unopened where they are not those that it describes."""
    told = told_of(body.get("file"))
    try:
        of, data = UUID(str(body.get("of"))), base64.b64decode(body.get("data", ""), validate=True)
    except (ValueError, TypeError, binascii.Error) as error:
        raise Unopened(400, "unreadable") from error
    if len(data) != told.size or sha256(data).hexdigest() != told.sha256:
        raise Unopened(400, "other_bytes")
    return Brought(told, of, data)


def carried(file_id: UUID, key: DataKey) -> str | None:
    """The bytes as the letter carries them; None where they were erased."""
    try:
        return base64.b64encode(b"".join(vault.read(file_id, key))).decode()
    except (FileNotFoundError, Unreadable):
        return None
