"""The verbs of a request."""

from rangkul.entry.intake.actions.by_asker import answer_by_asker, withdraw, write_message
from rangkul.entry.intake.actions.carrying import own_contact
from rangkul.entry.intake.actions.climbing import Late, NextTold, again_at, next_told
from rangkul.entry.intake.actions.clock import acknowledge, escalate
from rangkul.entry.intake.actions.conflicts import state_conflict
from rangkul.entry.intake.actions.consenting import ask_consents
from rangkul.entry.intake.actions.decide import (
    NONE_YET,
    accept,
    ask_information,
    confirm_handover,
    decline,
    newest,
    refer,
    reopen,
    running_for,
    waitlist,
)
from rangkul.entry.intake.actions.door import Opened, first_pin, knocked_too_often, lock_door, open_door, renew_pin
from rangkul.entry.intake.actions.duty import change_duty
from rangkul.entry.intake.actions.giving import Behind, close_door, give_ticket
from rangkul.entry.intake.actions.guest_door import GuestDoor, TooOften
from rangkul.entry.intake.actions.heeding import heed, says_nothing_new
from rangkul.entry.intake.actions.submit import submit
from rangkul.entry.intake.actions.work import assign, change_level, hand_on, link_person, raise_level
from rangkul.entry.intake.actions.wrong_codes import MOST_WRONG, one_more_wrong
from rangkul.entry.intake.handed_in import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.rights import end_all, let_in

__all__ = [
    "MOST_WRONG",
    "NONE_YET",
    "Agreed",
    "Asked",
    "Behind",
    "GuestDoor",
    "HandedIn",
    "Late",
    "NextTold",
    "Opened",
    "SafeWays",
    "TooOften",
    "accept",
    "acknowledge",
    "again_at",
    "answer_by_asker",
    "ask_consents",
    "ask_information",
    "assign",
    "change_duty",
    "change_level",
    "close_door",
    "confirm_handover",
    "decline",
    "end_all",
    "escalate",
    "first_pin",
    "give_ticket",
    "hand_on",
    "heed",
    "knocked_too_often",
    "let_in",
    "link_person",
    "lock_door",
    "newest",
    "next_told",
    "one_more_wrong",
    "open_door",
    "own_contact",
    "raise_level",
    "refer",
    "renew_pin",
    "reopen",
    "running_for",
    "says_nothing_new",
    "state_conflict",
    "submit",
    "waitlist",
    "withdraw",
    "write_message",
]
