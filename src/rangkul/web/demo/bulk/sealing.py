"""Sealing millions of texts: the formats of `base.crypto`, with one source of randomness and prepared hashes.

A test opens what is sealed here with `base.crypto`; that is what keeps the two the same.
"""

import os
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rangkul.base import crypto

_BLOCK = 64
# How COPY text begins a bytea, and the format byte of what is sealed.
_FORMAT = "\\\\x01"
# Bytes of randomness fetched at once.
_PIECE = 1 << 16


class Blind:
    """HMAC-SHA256 (RFC 2104) under one derived key, with both pads hashed beforehand."""

    def __init__(self, purpose: str):
        key = crypto.derived(f"blind:{purpose}").ljust(_BLOCK, b"\0")
        self._inner = sha256(bytes(byte ^ 0x36 for byte in key))
        self._outer = sha256(bytes(byte ^ 0x5C for byte in key))

    def __call__(self, value: str) -> bytes:
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(value.encode())
        outer.update(inner.digest())
        return outer.digest()


class Ids:
    """Neighbouring ids: one random beginning, then a number that counts up."""

    def __init__(self, beginning: str, number: int):
        self._beginning, self._number = beginning, number

    def __call__(self) -> str:
        self._number += 1
        return f"{self._beginning}{self._number:012x}"


class Sealer:
    """Makes data keys and seals under the newest one; results are COPY text of bytea."""

    def __init__(self) -> None:
        self._master = AESGCM(crypto.derived("wrap"))
        self._pool, self._at = b"", 0
        self._key: AESGCM | None = None
        self._count = 0

    def ids(self, at: float) -> "Ids":
        """UUIDs of version 7 for rows made at this moment (seconds since 1970)."""
        time, noise = f"{int(at * 1000):012x}", self._random(9).hex()
        return Ids(f"{time[:8]}-{time[8:]}-7{noise[:3]}-8{noise[3:6]}-", int(noise[7:], 16))

    def new_key(self, key_id: str) -> str:
        """Begin a new data key and return it wrapped; `key_id` in its usual text."""
        secret = self._random(32)
        self._key = AESGCM(secret)
        nonce = self._random(12)
        self._count = 0
        return _FORMAT + nonce.hex() + self._master.encrypt(nonce, secret, f"datakey:{key_id}".encode()).hex()

    def seal(self, context: str, text: str) -> str:
        """`context`: table.column:row, as SealedText binds it; "" becomes NULL."""
        if not text:
            return "\\N"
        # The key is new and nobody else seals under it, so counting gives each text a nonce of its own.
        self._count += 1
        nonce = self._count.to_bytes(12, "big")
        return _FORMAT + (nonce + self._key.encrypt(nonce, text.encode(), context.encode())).hex()

    def _random(self, count: int) -> bytes:
        if self._at + count > len(self._pool):
            self._pool, self._at = os.urandom(_PIECE), 0
        self._at += count
        return self._pool[self._at - count : self._at]


def bytea(value: bytes) -> str:
    return f"\\\\x{value.hex()}"
