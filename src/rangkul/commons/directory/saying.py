"""The code that whoever suggests something is given: with it they read what became of it. It is long enough that nobody
guesses one, made from the key of their form so that a second press gives the same, and only its digest is kept."""

from __future__ import annotations

import hmac
from hashlib import sha256
from uuid import UUID

from rangkul.base import codes, crypto

_LENGTH, _PART = 16, 4


def code_for(key: UUID) -> str:
    left = int.from_bytes(hmac.digest(crypto.derived("directory suggestion"), key.bytes, sha256))
    letters = []
    for _n in range(_LENGTH):
        left, place = divmod(left, len(codes.ALPHABET))
        letters.append(codes.ALPHABET[place])
    return "-".join("".join(letters[n : n + _PART]) for n in range(0, _LENGTH, _PART))


def kept_of(code: str) -> str:
    """However it is typed; "" for what is no code."""
    plain = "".join(letter for letter in code.upper() if letter in codes.ALPHABET)
    return sha256(plain.encode()).hexdigest() if len(plain) == _LENGTH else ""
