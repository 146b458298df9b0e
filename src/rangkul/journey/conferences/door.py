"""The door of a guest: a code in the link, a PIN told by telephone."""

from uuid import UUID

from rangkul.entry.intake.actions import GuestDoor, TooOften


def _missed(seat_id: UUID) -> None:
    # The verbs that invite know this door.
    from rangkul.journey.conferences.locking import missed

    missed(seat_id)


DOOR = GuestDoor("conference", "conferences_by_code", _missed)
new_code, pin_of, open_door = DOOR.new_code, DOOR.pin_of, DOOR.open

__all__ = ["DOOR", "TooOften", "new_code", "open_door", "pin_of"]
