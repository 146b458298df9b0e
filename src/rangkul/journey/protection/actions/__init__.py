"""The verbs of protection."""

from rangkul.journey.protection.actions.chats import bring_chat, mark, say_order, unfold, unmark
from rangkul.journey.protection.actions.children import (
    change_child,
    end_child,
    move_step,
    note_child,
    resume_child,
    stands,
)
from rangkul.journey.protection.actions.clocks import meet_clock, start_clock, stop_clock
from rangkul.journey.protection.actions.evidence import Brought, correct_evidence, keep_evidence
from rangkul.journey.protection.actions.following import follow
from rangkul.journey.protection.actions.online import (
    Wanted,
    answer_takedown,
    ask_takedown,
    look_at_takedown,
    look_into_claim,
    note_claim,
)
from rangkul.journey.protection.actions.own import hand_in, write_own_plan
from rangkul.journey.protection.actions.safety import give_plan, write_plan

__all__ = [
    "Brought",
    "Wanted",
    "answer_takedown",
    "ask_takedown",
    "bring_chat",
    "change_child",
    "correct_evidence",
    "end_child",
    "follow",
    "give_plan",
    "hand_in",
    "keep_evidence",
    "look_at_takedown",
    "look_into_claim",
    "mark",
    "meet_clock",
    "move_step",
    "note_child",
    "note_claim",
    "resume_child",
    "say_order",
    "stands",
    "start_clock",
    "stop_clock",
    "unfold",
    "unmark",
    "write_own_plan",
    "write_plan",
]
