"""Codes that people read, type and say aloud, and PINs that are derived instead of stored (ADR 0103)."""

import hmac
import re
import secrets
from hashlib import sha256

from rangkul.base import crypto

# No vowels (no words by accident), nothing that looks like something else: 0 O, 1 I L, U V.
ALPHABET = "BCDFGHJKMNPQRSTWXZ23456789"
PIN_LENGTH = 6


def new_code(length: int, alphabet: str = ALPHABET) -> str:
    return "".join(secrets.choice(alphabet) for _ in range(length))


def pin_of(door: str, whose: str) -> str:
    """The digits that open `door` (a fixed name) for `whose` (an id, with its generation where PINs are renewed)."""
    digest = hmac.digest(crypto.derived(door), whose.encode(), sha256)
    return f"{int.from_bytes(digest[:8]) % 10**PIN_LENGTH:0{PIN_LENGTH}d}"


def pin_fits(door: str, whose: str, typed: str) -> bool:
    """Constant time. Spaces between the digits are allowed."""
    given = re.sub(r"\s", "", typed[:20]).encode()
    return hmac.compare_digest(pin_of(door, whose).encode(), given)
