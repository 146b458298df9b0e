"""A sealed letter in the demo world. What browsers do elsewhere is done here, because a demo is played without any: the
words that open it are known to everybody (README), so nothing in it is a secret."""

import json
import os
import struct
from base64 import b64decode, b64encode
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from rangkul.support.counselling.states import LEAST_ROUNDS, SEALED_STEPS

WORDS = "kopi payung melati sepeda hujan"


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _closed(key: bytes, secret: bytes, context: str) -> dict[str, str]:
    nonce = os.urandom(12)
    return {"iv": _text(nonce), "key": _text(AESGCM(key).encrypt(nonce, secret, context.encode()))}


def _by_words(secret: bytes, context: str) -> str:
    salt = os.urandom(16)
    key = PBKDF2HMAC(SHA256(), 32, salt, LEAST_ROUNDS).derive(WORDS.encode())
    how = {"v": 1, "kdf": "PBKDF2-SHA-256", "salt": _text(salt), "rounds": LEAST_ROUNDS}
    return json.dumps({**how, **_closed(key, secret, context)})


def _point(secret: ec.EllipticCurvePrivateKey) -> bytes:
    return secret.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def worker_key(staff_id: UUID) -> dict[str, str]:
    """A pair of keys as a worker's browser hands it over."""
    secret = ec.generate_private_key(ec.SECP256R1())
    der = secret.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return {"public": _text(_point(secret)), "wrapped": _by_words(der, f"rangkul:petugas:1|{staff_id}")}


class Sealed:
    """One room's key, in the hands of both sides."""

    def __init__(self, room_id: UUID):
        self.room_id, self.secret = room_id, os.urandom(32)

    def for_client(self) -> str:
        return _by_words(self.secret, f"rangkul:ruang:1|{self.room_id}|klien")

    def for_worker(self, public: str, key_id: UUID) -> str:
        once, theirs = ec.generate_private_key(ec.SECP256R1()), b64decode(public)
        context = f"rangkul:ruang:1|{self.room_id}|{key_id}"
        shared = once.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
        key = HKDF(SHA256(), 32, _point(once) + theirs, context.encode()).derive(shared)
        how = {"v": 1, "kem": "ECDH-P256-HKDF-SHA-256", "eph": _text(_point(once))}
        return json.dumps({**how, **_closed(key, self.secret, context)})

    def letter(self, words: str, seat_id: UUID, client: bool) -> tuple[str, UUID]:
        """The sealed words, and the number under which they are sent."""
        raw, once = words.encode(), uuid4()
        whole = struct.pack(">I", len(raw)) + raw
        whole = whole.ljust(next(step for step in SEALED_STEPS if step >= len(whole)), b"\0")
        side = "klien" if client else "petugas"
        context = f"rangkul:surat:1|{self.room_id}|{once}|{seat_id}|{side}"
        closed = _closed(self.secret, whole, context)
        return f"1.{closed['iv']}.{closed['key']}", once
