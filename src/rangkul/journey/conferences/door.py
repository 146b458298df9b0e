"""The door of a guest: a code in the link, a PIN told by telephone. The PIN is derived, as a ticket's is (ADR 0103)."""

from uuid import UUID

from django.db import connection

from rangkul.base import codes
from rangkul.entry.intake.actions import knocked_too_often

_DOOR = "conference pin"
_LENGTH = 8
# A seat that does not exist takes the same steps as one that does.
_NOBODY = UUID(int=0)
# (seconds of the window, attempts on one code, attempts from one address)
_WINDOWS = ((900, 6, 30), (86_400, 30, 300))


class TooOften(Exception):
    """Nothing was tried: there were too many attempts on the code or from the address."""


def new_code() -> str:
    return codes.new_code(_LENGTH)


def pin_of(seat_id: UUID) -> str:
    return codes.pin_of(_DOOR, str(seat_id))


def open_door(code: str, pin: str, address: str) -> UUID | None:
    """The seat that code and PIN fit; None where they do not, in the same time. Raises TooOften."""
    wanted = code.upper()[:_LENGTH]
    for seconds, on_one, from_one in _WINDOWS:
        on_code = knocked_too_often("conference", wanted, seconds=seconds, most=on_one)
        from_address = knocked_too_often("conference address", address, seconds=seconds, most=from_one)
        if on_code or from_address:
            raise TooOften
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM conferences_by_code(%s)", [wanted])
        found = cursor.fetchone()
    seat_id = found[0] if found else None
    return seat_id if codes.pin_fits(_DOOR, str(seat_id or _NOBODY), pin) else None
