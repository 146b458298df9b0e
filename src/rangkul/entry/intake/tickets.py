"""Ticket and PIN. The database holds the ticket alone: the PIN is derived, so a stolen database opens no door."""

import hmac
import re
import secrets
from hashlib import sha256
from uuid import UUID

from rangkul.base import crypto

# No vowels (no words by accident), nothing that looks like something else: 0 O, 1 I L, U V.
ALPHABET = "BCDFGHJKMNPQRSTWXZ23456789"
LENGTH = 8
PIN_LENGTH = 6
_NOISE = re.compile(r"[^0-9A-Z]")
# A door that does not exist takes the same steps as one that does.
_NO_REQUEST = UUID(int=0)


def new_ticket() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_ticket(typed: str) -> str:
    """What somebody typed, with or without dash, spaces, small letters; "" when it cannot be a ticket."""
    plain = _NOISE.sub("", typed.upper()[:40])
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else ""


def pin_of(request_id: UUID, generation: int) -> str:
    digest = hmac.digest(crypto.derived("ticket pin"), f"{request_id}:{generation}".encode(), sha256)
    return f"{int.from_bytes(digest[:8]) % 10**PIN_LENGTH:0{PIN_LENGTH}d}"


def pin_fits(request_id: UUID | None, generation: int, typed: str) -> bool:
    """Constant time, also where no request has that ticket. Spaces between the digits are allowed."""
    given = re.sub(r"\s", "", typed[:20]).encode()
    right = pin_of(request_id or _NO_REQUEST, generation).encode()
    return hmac.compare_digest(right, given) and request_id is not None
