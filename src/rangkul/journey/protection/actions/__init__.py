"""The verbs of protection."""

from rangkul.journey.protection.actions.chats import bring_chat, mark, say_order, unfold, unmark
from rangkul.journey.protection.actions.clocks import meet_clock, start_clock, stop_clock
from rangkul.journey.protection.actions.evidence import Brought, correct_evidence, keep_evidence

__all__ = [
    "Brought",
    "bring_chat",
    "correct_evidence",
    "keep_evidence",
    "mark",
    "meet_clock",
    "say_order",
    "start_clock",
    "stop_clock",
    "unfold",
    "unmark",
]
