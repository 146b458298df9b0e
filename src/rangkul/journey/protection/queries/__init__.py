"""Reads, each as far as the asker may see the case."""

from rangkul.journey.protection.queries.calling import calls_of, companion_wish, proposals
from rangkul.journey.protection.queries.chats import chat_of, chats_of, mark_of, marks_of, opened, original_of, searched
from rangkul.journey.protection.queries.children import (
    Pathway,
    called_in,
    child_of,
    children_of,
    history_of,
    pathway_of,
    steps_held_by,
)
from rangkul.journey.protection.queries.clocks import (
    asked_at,
    clock_of,
    clocks_of,
    held_by,
    is_late,
    late,
    open_before_ending,
)
from rangkul.journey.protection.queries.evidence import Checked, checked, evidence_of, one_evidence, originals
from rangkul.journey.protection.queries.online import claim_of, claims_of, takedown_of, takedowns_of
from rangkul.journey.protection.queries.safety import Plan, answers_of, plans_for_ticket, safety_plan, safety_plans

__all__ = [
    "Checked",
    "Pathway",
    "Plan",
    "answers_of",
    "asked_at",
    "called_in",
    "calls_of",
    "chat_of",
    "chats_of",
    "checked",
    "child_of",
    "children_of",
    "claim_of",
    "claims_of",
    "clock_of",
    "clocks_of",
    "companion_wish",
    "evidence_of",
    "held_by",
    "history_of",
    "is_late",
    "late",
    "mark_of",
    "marks_of",
    "one_evidence",
    "open_before_ending",
    "opened",
    "original_of",
    "originals",
    "pathway_of",
    "plans_for_ticket",
    "proposals",
    "safety_plan",
    "safety_plans",
    "searched",
    "steps_held_by",
    "takedown_of",
    "takedowns_of",
]
