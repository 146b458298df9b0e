"""Ticket and PIN. The database holds the ticket alone: the PIN is derived, so a stolen database opens no door."""

import re
from uuid import UUID

from rangkul.base import codes
from rangkul.base.codes import ALPHABET

LENGTH = 8
_DOOR = "ticket pin"
_NOISE = re.compile(r"[^0-9A-Z]")
# A door that does not exist takes the same steps as one that does.
_NO_REQUEST = UUID(int=0)


def new_ticket() -> str:
    return codes.new_code(LENGTH)


def read_ticket(typed: str) -> str:
    """What somebody typed, with or without dash, spaces, small letters; "" when it cannot be a ticket."""
    plain = _NOISE.sub("", typed.upper()[:40])
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else ""


def pin_of(request_id: UUID, generation: int) -> str:
    return codes.pin_of(_DOOR, f"{request_id}:{generation}")


def pin_fits(request_id: UUID | None, generation: int, typed: str) -> bool:
    """Constant time, also where no request has that ticket."""
    return codes.pin_fits(_DOOR, f"{request_id or _NO_REQUEST}:{generation}", typed) and request_id is not None
