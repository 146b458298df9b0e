"""Reads of the crisis package."""

from rangkul.entry.crisis.queries.board import MOST, Row, beyond, board, waiting
from rangkul.entry.crisis.queries.calling import calls_for, calls_of, keeper_of, not_called_this_month, owner_of
from rangkul.entry.crisis.queries.danger import (
    answers_of,
    contacts_of,
    is_grave,
    lacks_contact,
    last_screening,
    may_be_shared,
    open_contact,
    outreach_of,
    parts_of,
    plan_for_ticket,
    plan_of,
    screenings_of,
    why_not_end,
)
from rangkul.entry.crisis.queries.lines import (
    FITTING_LINES,
    FOOT_LINES,
    every_line,
    for_problems,
    forget_kept,
    open_now,
)
from rangkul.entry.crisis.queries.reports import evidence_among, report_of
from rangkul.entry.crisis.queries.rota import Gap, gaps, shifts_of, to_move
from rangkul.entry.crisis.queries.safe import Against, against, rules_in_words, rules_of
from rangkul.entry.crisis.queries.words import Heard, awaits_review, forms_of, heard, reviews_of

__all__ = [
    "FITTING_LINES",
    "FOOT_LINES",
    "MOST",
    "Against",
    "Gap",
    "Heard",
    "Row",
    "against",
    "answers_of",
    "awaits_review",
    "beyond",
    "board",
    "calls_for",
    "calls_of",
    "contacts_of",
    "every_line",
    "evidence_among",
    "for_problems",
    "forget_kept",
    "forms_of",
    "gaps",
    "heard",
    "is_grave",
    "keeper_of",
    "lacks_contact",
    "last_screening",
    "may_be_shared",
    "not_called_this_month",
    "open_contact",
    "open_now",
    "outreach_of",
    "owner_of",
    "parts_of",
    "plan_for_ticket",
    "plan_of",
    "report_of",
    "reviews_of",
    "rules_in_words",
    "rules_of",
    "screenings_of",
    "shifts_of",
    "to_move",
    "waiting",
    "why_not_end",
]
