"""The door of a guest: a code in the link, a PIN told by telephone."""

from rangkul.entry.intake.actions import GuestDoor, TooOften

DOOR = GuestDoor("conference", "conferences_by_code")
new_code, pin_of, open_door = DOOR.new_code, DOOR.pin_of, DOOR.open

__all__ = ["DOOR", "TooOften", "new_code", "open_door", "pin_of"]
