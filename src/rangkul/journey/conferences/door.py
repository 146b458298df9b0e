"""The door of a guest: a code in the link, a PIN told by telephone. The PIN is derived, as a ticket's is (ADR 0103)."""

import hmac
import re
import secrets
from hashlib import sha256
from uuid import UUID

from django.db import connection

from rangkul.base import crypto
from rangkul.entry.intake.actions import knocked_too_often

_ALPHABET = "BCDFGHJKMNPQRSTWXZ23456789"
_LENGTH = 8
_PIN_LENGTH = 6
_NOBODY = UUID(int=0)
# (seconds of the window, attempts on one code, attempts from one address)
_WINDOWS = ((900, 6, 30), (86_400, 30, 300))


class TooOften(Exception):
    """Nothing was tried: there were too many attempts on the code or from the address."""


def new_code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def pin_of(seat_id: UUID) -> str:
    digest = hmac.digest(crypto.derived("conference pin"), str(seat_id).encode(), sha256)
    return f"{int.from_bytes(digest[:8]) % 10**_PIN_LENGTH:0{_PIN_LENGTH}d}"


def open_door(code: str, pin: str, address: str) -> UUID | None:
    """The seat that code and PIN fit; None where they do not, in the same time. Raises TooOften."""
    wanted = code.upper()[:_LENGTH]
    for seconds, codes, addresses in _WINDOWS:
        on_code = knocked_too_often("conference", wanted, seconds=seconds, most=codes)
        from_address = knocked_too_often("conference address", address, seconds=seconds, most=addresses)
        if on_code or from_address:
            raise TooOften
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM conferences_by_code(%s)", [wanted])
        found = cursor.fetchone()
    seat_id = found[0] if found else None
    given = re.sub(r"\s", "", pin[:20]).encode()
    fits = hmac.compare_digest(pin_of(seat_id or _NOBODY).encode(), given)
    return seat_id if fits else None
