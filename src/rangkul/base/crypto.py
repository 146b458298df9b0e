"""Sealing: AES-GCM with context, keys wrapped by a master key that is never in the database.

Formats (bytes): sealed = 0x01 + nonce(12) + ciphertext+tag; wrapped = the same over a 32-byte key with its id as
associated data. A blind index is HMAC-SHA256 under a key derived for its purpose, so that equal NIKs are found by
equality while a stolen database tells nothing without the master key.
"""

from __future__ import annotations

import functools
import hmac
import secrets
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rangkul.base import home

_FORMAT = b"\x01"


class Unreadable(Exception):
    """The text cannot be opened: its key was destroyed, or the bytes were tampered with."""


def new_key() -> bytes:
    return secrets.token_bytes(32)


@functools.cache
def derived(purpose: str) -> bytes:
    """A 32-byte key for one purpose, derived from the master key (HKDF-SHA256)."""
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(home.secret("master"))


def seal(key: bytes, text: bytes, context: str) -> bytes:
    nonce = secrets.token_bytes(12)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, text, context.encode())


def unseal(key: bytes, sealed: bytes, context: str) -> bytes:
    """Raises Unreadable when the key, the bytes or the context do not belong together."""
    sealed = bytes(sealed)
    try:
        return AESGCM(key).decrypt(sealed[1:13], sealed[13:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise Unreadable(context) from error


def wrap(key: bytes, key_id: UUID) -> bytes:
    return seal(derived("wrap"), key, f"datakey:{key_id}")


@functools.lru_cache(maxsize=4096)
def unwrap(wrapped: bytes, key_id: UUID) -> bytes:
    return unseal(derived("wrap"), wrapped, f"datakey:{key_id}")


def blind(purpose: str, value: str) -> bytes:
    """32 bytes that are equal for equal values; for columns found by equality."""
    return hmac.digest(derived(f"blind:{purpose}"), value.encode(), sha256)


def same(one: bytes, other: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(bytes(one), bytes(other))
