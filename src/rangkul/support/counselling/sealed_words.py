"""What browsers hand over sealed. The server cannot read it, but it believes nothing: the shape, the version, the
parameters and the lengths are checked, so that no plain words and no weak key are taken for sealed ones."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from binascii import Error
from typing import Any, BinaryIO
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.files.sniff import LARGEST
from rangkul.support.counselling.states import CIPHER, FILE_STEP, LEAST_ROUNDS, MOST_ROUNDS, SEALED_STEPS

_TAG, _NONCE, _SALT, _KEY, _POINT = 16, 12, 16, 32, 65
# A private key of P-256 as PKCS 8 has 138 bytes; browsers differ in what they leave out.
_PRIVATE = range(60 + _TAG, 200 + _TAG)
_LONGEST = 2_000
_LETTER = re.compile(r"(\d+)\.([A-Za-z0-9+/=]+)\.([A-Za-z0-9+/=]+)")


def _refused() -> Refused:
    return Refused(
        _("Ruang ini terkunci: hanya surat yang dikunci di perangkat Anda yang diterima. Muat ulang halamannya."),
        field="text",
        code="unsealed",
    )


def _bytes(text: Any) -> bytes:
    try:
        return b64decode(text.encode("ascii"), validate=True)
    except (AttributeError, UnicodeEncodeError, Error, ValueError):
        raise _refused() from None


def letter(text: str) -> str:
    """A sealed letter or draft: "version.nonce.words", padded to one of the steps. Raises Refused for anything else."""
    found = _LETTER.fullmatch(text.strip())
    if found is None or found[1] != str(CIPHER):
        raise _refused()
    if len(_bytes(found[2])) != _NONCE or len(_bytes(found[3])) - _TAG not in SEALED_STEPS:
        raise _refused()
    return found[0]


def file(data: BinaryIO, size: int) -> None:
    """A sealed file: a byte for the format, the nonce, the bytes padded to steps. Raises Refused for anything else."""
    if size > LARGEST:
        raise Refused(_("Berkas terlalu besar: paling besar 15 MB."), field="file", code="size")
    data.seek(0)
    body = size - 1 - _NONCE - _TAG
    if data.read(1) != bytes([CIPHER]) or body <= 0 or body % FILE_STEP:
        raise _refused()


def _read(text: str, names: set[str]) -> dict[str, Any]:
    try:
        found = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or set(found) != names or found["v"] != CIPHER:
        raise _refused()
    if len(_bytes(found["iv"])) != _NONCE:
        raise _refused()
    return found


def _by_words(text: str) -> tuple[dict[str, Any], int]:
    found = _read(text, {"v", "kdf", "salt", "rounds", "iv", "key"})
    rounds = found["rounds"]
    if found["kdf"] != "PBKDF2-SHA-256" or len(_bytes(found["salt"])) != _SALT:
        raise _refused()
    if not isinstance(rounds, int) or not LEAST_ROUNDS <= rounds <= MOST_ROUNDS:
        raise _refused()
    return found, len(_bytes(found["key"]))


def room_key_of_client(text: str) -> str:
    """A room's key, wrapped by words of the client."""
    found, size = _by_words(text)
    if size != _KEY + _TAG:
        raise _refused()
    return json.dumps(found)


def private_key(text: str) -> str:
    """A worker's private key, wrapped by words of theirs."""
    found, size = _by_words(text)
    if size not in _PRIVATE:
        raise _refused()
    return json.dumps(found)


def room_key_for_worker(text: str) -> str:
    """A room's key, wrapped for a worker's public key."""
    found = _read(text, {"v", "kem", "eph", "iv", "key"})
    if found["kem"] != "ECDH-P256-HKDF-SHA-256" or len(_bytes(found["key"])) != _KEY + _TAG:
        raise _refused()
    public_key(found["eph"])
    return json.dumps(found)


def public_key(text: str) -> str:
    """A point that lies on P-256."""
    point = _bytes(text)
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    except ValueError:
        raise _refused() from None
    if len(point) != _POINT:
        raise _refused()
    return text


def keys_for_workers(text: str) -> dict[UUID, str]:
    """Worker key → the room's key for it."""
    try:
        found = json.loads(text)
        return {UUID(name): room_key_for_worker(json.dumps(wrapped)) for name, wrapped in found.items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise _refused() from None
