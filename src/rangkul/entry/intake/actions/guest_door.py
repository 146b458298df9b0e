"""The door of somebody without an account: a code in the link, a PIN that goes another way. The PIN is derived, as a
ticket's is (ADR 0103), attempts are counted, and a door that does not exist takes the same steps as one that does."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from rangkul.base import codes
from rangkul.entry.intake.actions.door import knocked_too_often

_LENGTH = 8
_NOBODY = UUID(int=0)
# (seconds of the window, attempts on one code, attempts from one address)
_WINDOWS = ((900, 6, 30), (86_400, 30, 300))


class TooOften(Exception):
    """Nothing was tried: there were too many attempts on the code or from the address."""


@dataclass(frozen=True)
class GuestDoor:
    """`name` is what its knocks are counted and its PINs derived under; `by_code` the database function that answers
    with the id behind a code, or with nothing; `missed` hears of each wrong PIN, whether the door
    exists or not, and locks it after the tenth (`wrong_codes.py`)."""

    name: str
    by_code: str
    missed: Callable[[UUID], None]

    def new_code(self) -> str:
        return codes.new_code(_LENGTH)

    def pin_of(self, whose: UUID) -> str:
        return codes.pin_of(f"{self.name} pin", str(whose))

    def open(self, code: str, pin: str, address: str) -> UUID | None:
        """Whom code and PIN fit; None where they do not, in the same time. Raises TooOften."""
        wanted = code.upper()[:_LENGTH]
        self._count(wanted, address)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM {self.by_code}(%s)", [wanted])  # noqa: S608 - a name of our own
            found = cursor.fetchone()
        whose = found[0] if found else None
        if codes.pin_fits(f"{self.name} pin", str(whose or _NOBODY), pin):
            return whose
        self.missed(whose or _NOBODY)
        return None

    def _count(self, wanted: str, address: str) -> None:
        for seconds, on_one, from_one in _WINDOWS:
            on_code = knocked_too_often(self.name, wanted, seconds=seconds, most=on_one)
            from_address = knocked_too_often(f"{self.name} address", address, seconds=seconds, most=from_one)
            if on_code or from_address:
                raise TooOften
