"""The door of whoever receives a referral: the link goes one way, the code another."""

from rangkul.entry.intake.actions import GuestDoor, TooOften

DOOR = GuestDoor("referral", "referral_by_code")

__all__ = ["DOOR", "TooOften"]
