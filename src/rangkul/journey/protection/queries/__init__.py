"""Reads, each as far as the asker may see the case."""

from rangkul.journey.protection.queries.calling import calls_of, proposals
from rangkul.journey.protection.queries.chats import chat_of, chats_of, mark_of, marks_of, opened, original_of, searched
from rangkul.journey.protection.queries.clocks import clock_of, clocks_of, held_by, is_late, late, open_before_ending
from rangkul.journey.protection.queries.evidence import Checked, checked, evidence_of, one_evidence, originals

__all__ = [
    "Checked",
    "calls_of",
    "chat_of",
    "chats_of",
    "checked",
    "clock_of",
    "clocks_of",
    "evidence_of",
    "held_by",
    "is_late",
    "late",
    "mark_of",
    "marks_of",
    "one_evidence",
    "open_before_ending",
    "opened",
    "original_of",
    "originals",
    "proposals",
    "searched",
]
