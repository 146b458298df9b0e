"""What a public page of a later package begins with, when it leads to a request: the draft of this browser, the check
that costs no words, the bounds of one line, a place as people type it."""

from rangkul.entry.intake.pages.ask.crowd import room_to_hand_in
from rangkul.entry.intake.pages.ask.csrf import stale
from rangkul.entry.intake.pages.ask.keeping import Kept, drop_cookie, with_draft
from rangkul.entry.intake.pages.fields import PlaceMixin
from rangkul.entry.intake.tickets import pin_of

__all__ = ["Kept", "PlaceMixin", "drop_cookie", "pin_of", "room_to_hand_in", "stale", "with_draft"]
