"""A browser's part, played in Python with real keys; the shapes are those of static/counselling/sealing.js."""

import hashlib
import json
import os
import struct
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from rangkul.support.counselling.states import FILE_STEP, LEAST_ROUNDS, SEALED_STEPS


def text_of(raw: bytes) -> str:
    return b64encode(raw).decode()


@cache
def _from_words(words: str, salt: bytes, rounds: int) -> bytes:
    return PBKDF2HMAC(SHA256(), 32, salt, rounds).derive(words.encode())


def by_words(secret: bytes, words: str, context: str) -> str:
    """Always with one salt, so that a run of tests stretches the same words once; a browser draws a new one."""
    salt, nonce = b"garam untuk uji!", os.urandom(12)
    wrapped = AESGCM(_from_words(words, salt, LEAST_ROUNDS)).encrypt(nonce, secret, context.encode())
    return json.dumps({"v": 1, "kdf": "PBKDF2-SHA-256", "salt": text_of(salt), "rounds": LEAST_ROUNDS,
                       "iv": text_of(nonce), "key": text_of(wrapped)})  # fmt: skip


def opened_by_words(wrapped: str, words: str, context: str) -> bytes:
    row = json.loads(wrapped)
    key = _from_words(words, b64decode(row["salt"]), row["rounds"])
    return AESGCM(key).decrypt(b64decode(row["iv"]), b64decode(row["key"]), context.encode())


@dataclass
class Pair:
    """A worker's pair of keys."""

    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def point(self) -> bytes:
        return self.secret.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def public(self) -> str:
        return text_of(self.point)

    def wrapped(self, words: str, staff_id) -> str:
        der = self.secret.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return by_words(der, words, f"rangkul:petugas:1|{staff_id}")

    @classmethod
    def opened(cls, wrapped: str, words: str, staff_id) -> "Pair":
        return cls(load_der_private_key(opened_by_words(wrapped, words, f"rangkul:petugas:1|{staff_id}"), None))

    def room_key(self, wrapped: str, key_id, room_id) -> bytes:
        row = json.loads(wrapped)
        point = b64decode(row["eph"])
        shared = self.secret.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point))
        context = f"rangkul:ruang:1|{room_id}|{key_id}"
        key = HKDF(SHA256(), 32, point + self.point, context.encode()).derive(shared)
        return AESGCM(key).decrypt(b64decode(row["iv"]), b64decode(row["key"]), context.encode())


def for_worker(secret: bytes, public: str, key_id, room_id) -> str:
    once, point = Pair(), b64decode(public)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    context = f"rangkul:ruang:1|{room_id}|{key_id}"
    key = HKDF(SHA256(), 32, once.point + point, context.encode()).derive(once.secret.exchange(ec.ECDH(), theirs))
    nonce = os.urandom(12)
    wrapped = AESGCM(key).encrypt(nonce, secret, context.encode())
    return json.dumps({"v": 1, "kem": "ECDH-P256-HKDF-SHA-256", "eph": once.public, "iv": text_of(nonce),
                       "key": text_of(wrapped)})  # fmt: skip


def place(room_id, once, seat_id, client: bool) -> str:
    return f"rangkul:surat:1|{room_id}|{once}|{seat_id}|{'klien' if client else 'petugas'}"


def sealed(secret: bytes, words: str, context: str) -> str:
    raw = words.encode()
    step = next(size for size in SEALED_STEPS if size >= len(raw) + 4)
    nonce = os.urandom(12)
    body = AESGCM(secret).encrypt(nonce, (struct.pack(">I", len(raw)) + raw).ljust(step, b"\0"), context.encode())
    return f"1.{text_of(nonce)}.{text_of(body)}"


def opened(secret: bytes, letter: str, context: str) -> str:
    _version, nonce, body = letter.split(".")
    raw = AESGCM(secret).decrypt(b64decode(nonce), b64decode(body), context.encode())
    (size,) = struct.unpack(">I", raw[:4])
    return raw[4 : 4 + size].decode()


def sealed_file(secret: bytes, name: str, data: bytes, context: str) -> bytes:
    """`context`: as of the letter beside it."""
    head = json.dumps({"name": name, "type": "application/pdf"}).encode()
    raw = struct.pack(">II", len(head), len(data)) + head + data
    nonce = os.urandom(12)
    raw = raw.ljust(-(-len(raw) // FILE_STEP) * FILE_STEP, b"\0")
    return b"\1" + nonce + AESGCM(secret).encrypt(nonce, raw, _of_file(context))


def opened_file(secret: bytes, data: bytes, context: str) -> tuple[str, bytes]:
    """(name, bytes)."""
    raw = AESGCM(secret).decrypt(data[1:13], data[13:], _of_file(context))
    head, size = struct.unpack(">II", raw[:8])
    return json.loads(raw[8 : 8 + head])["name"], raw[8 + head : 8 + head + size]


def _of_file(context: str) -> bytes:
    return context.replace("rangkul:surat:", "rangkul:berkas:").encode()


def fingerprint(public: str) -> str:
    digest = hashlib.sha256(b64decode(public)).digest()
    return " ".join(f"{int.from_bytes(digest[at : at + 5]) % 100_000:05d}" for at in range(0, 30, 5))
