"""A message between two houses: signed by who sends, sealed to who receives, bound to both (docs/adr/0111).

Pure: bytes in, bytes out, no database. On the wire it is canonical JSON:

    {"head": {"v", "id", "from", "to", "made", "expires"}, "sealed": base64, "signature": base64}

`sealed` opens only with the receiver's key and only under this very head, so that nobody can take a message out of its
envelope and send it as their own. A receipt is signed by who received and names the digest of what was read.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from rangkul.tell.exchange.peers.keys import Identity, PublicKey

LARGEST = 64_000
LONGEST = timedelta(days=31)
# Clocks of two servers differ a little.
EARLY = timedelta(minutes=5)
_SEAL, _NONCE, _EPHEMERAL = b"rangkul-peer-1|", 12, 32
_SAID, _RECEIVED = b"rangkul-peer-message-1\n", b"rangkul-peer-receipt-1\n"
_HEAD = {"v", "id", "from", "to", "made", "expires"}
_RECEIPT = {"v", "of", "digest", "from", "to", "at", "effect"}
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Unopened(Exception):
    """Refused, with the status that the other house is answered with and a code that both keep."""

    def __init__(self, status: int, code: str, sender: str = ""):
        super().__init__(code)
        self.status, self.code, self.sender = status, code, sender


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass(frozen=True)
class Letter:
    """`body` is what is said; `id` names it for ever, however often it travels."""

    id: UUID
    made: datetime
    expires: datetime
    body: Mapping[str, Any]

    @property
    def digest(self) -> str:
        return sha256(canonical({"id": str(self.id), "body": self.body})).hexdigest()


@dataclass(frozen=True)
class Opened:
    letter: Letter
    sender: str
    addressed: Identity


def pack(letter: Letter, by: Identity, to: PublicKey) -> bytes:
    head = {
        "v": 1, "id": str(letter.id), "from": by.kid, "to": to.kid, "made": _said(letter.made),
        "expires": _said(letter.expires),
    }  # fmt: skip
    envelope = {"head": head, "sealed": _b64(_seal(to, canonical(letter.body), canonical(head)))}
    return canonical(envelope | {"signature": _b64(by.sign(_SAID + canonical(envelope)))})


def open_letter(
    raw: bytes, ours: Iterable[Identity], known: Mapping[str, PublicKey], moment: datetime, *, largest: int = LARGEST
) -> Opened:
    """`known`: by kid, whom we listen to. Raises Unopened."""
    envelope = _read(raw, {"head", "sealed", "signature"}, largest)
    head = envelope["head"]
    _check_head(head)
    me = next((one for one in ours if one.kid == head["to"]), None)
    if me is None:
        raise Unopened(421, "wrong_addressee", head["from"])
    sender = known.get(head["from"])
    if sender is None:
        raise Unopened(401, "unknown_sender", head["from"])
    said = _SAID + canonical({"head": head, "sealed": envelope["sealed"]})
    if not sender.signed(said, _bytes(envelope["signature"])):
        raise Unopened(401, "bad_signature", head["from"])
    made, expires = _moment(head["made"]), _moment(head["expires"])
    if expires <= moment or expires - made > LONGEST:
        raise Unopened(410, "too_old", head["from"])
    if made > moment + EARLY:
        raise Unopened(400, "too_early", head["from"])
    body = _body(_unseal(me, _bytes(envelope["sealed"]), canonical(head), head["from"]))
    return Opened(Letter(UUID(head["id"]), made, expires, body), head["from"], me)


def receipt(opened: Opened, effect: str, moment: datetime) -> bytes:
    told = {
        "v": 1, "of": str(opened.letter.id), "digest": opened.letter.digest, "from": opened.addressed.kid,
        "to": opened.sender, "at": _said(moment), "effect": effect,
    }  # fmt: skip
    return canonical({"receipt": told, "signature": _b64(opened.addressed.sign(_RECEIVED + canonical(told)))})


def read_receipt(raw: bytes, letter: Letter, by: PublicKey) -> dict[str, Any]:
    """What it says, where it is this house's proof for this very letter. Raises Unopened."""
    found = _read(raw, {"receipt", "signature"})
    told = found["receipt"]
    if not isinstance(told, dict) or set(told) != _RECEIPT:
        raise Unopened(400, "no_proof")
    right = (told["v"], told["of"], told["digest"], told["from"]) == (1, str(letter.id), letter.digest, by.kid)
    if not right or not by.signed(_RECEIVED + canonical(told), _bytes(found["signature"])):
        raise Unopened(400, "no_proof")
    return told


def _read(raw: bytes, names: set[str], largest: int = LARGEST) -> dict[str, Any]:
    """Only what reads in one way: canonical, so no key twice and nothing beside."""
    if len(raw) > largest:
        raise Unopened(413, "too_large")
    try:
        found = json.loads(raw)
        right = isinstance(found, dict) and set(found) == names and canonical(found) == raw
    except (ValueError, RecursionError):
        right = False
    if not right:
        raise Unopened(400, "unreadable")
    return found


def _check_head(head: Any) -> None:
    right = isinstance(head, dict) and set(head) == _HEAD and head["v"] == 1
    if not right or not all(isinstance(head[name], str) for name in _HEAD - {"v"}):
        raise Unopened(400, "unreadable")
    try:
        if str(UUID(head["id"])) != head["id"]:
            raise ValueError
    except ValueError as error:
        raise Unopened(400, "unreadable") from error


def _body(plain: bytes) -> dict[str, Any]:
    try:
        found = json.loads(plain)
        right = isinstance(found, dict) and canonical(found) == plain
    except (ValueError, RecursionError) as error:
        raise Unopened(400, "unreadable") from error
    if not right:
        raise Unopened(400, "unreadable")
    return found


def _key(secret: bytes, ephemeral: bytes, to: X25519PublicKey) -> AESGCM:
    info = _SEAL + ephemeral + to.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return AESGCM(HKDF(SHA256(), 32, salt=None, info=info).derive(secret))


def _seal(to: PublicKey, plain: bytes, head: bytes) -> bytes:
    once = X25519PrivateKey.generate()
    ephemeral, nonce = once.public_key().public_bytes_raw(), os.urandom(_NONCE)
    sealed = _key(once.exchange(to.sealing), ephemeral, to.sealing).encrypt(nonce, plain, head)
    return ephemeral + nonce + sealed


def _unseal(me: Identity, sealed: bytes, head: bytes, sender: str) -> bytes:
    ephemeral, nonce = sealed[:_EPHEMERAL], sealed[_EPHEMERAL : _EPHEMERAL + _NONCE]
    try:
        secret = me.opening.exchange(X25519PublicKey.from_public_bytes(ephemeral))
        return _key(secret, ephemeral, me.opening.public_key()).decrypt(nonce, sealed[_EPHEMERAL + _NONCE :], head)
    except (InvalidTag, ValueError) as error:
        raise Unopened(400, "sealed_wrongly", sender) from error


def _said(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_MOMENT)


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError as error:
        raise Unopened(400, "unreadable") from error


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: Any) -> bytes:
    """In one spelling only: the last letters of base64 hold bits that nobody reads."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise Unopened(400, "unreadable") from error
    if _b64(found) != text:
        raise Unopened(400, "unreadable")
    return found
