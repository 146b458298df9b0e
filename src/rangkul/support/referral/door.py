"""The door of whoever receives a referral: the link goes one way, the code another."""

from uuid import UUID

from rangkul.entry.intake.actions import GuestDoor, TooOften


def _missed(door: UUID) -> None:
    # The verbs that send know this door.
    from rangkul.support.referral.actions.locking import missed

    missed(door)


DOOR = GuestDoor("referral", "referral_by_code", _missed)

__all__ = ["DOOR", "TooOften"]
