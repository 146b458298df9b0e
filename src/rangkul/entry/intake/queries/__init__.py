"""Reads of the intake package."""

from rangkul.entry.intake import consents
from rangkul.entry.intake.address import address_of, is_known, line_of
from rangkul.entry.intake.queries.asker import Answers, for_ticket, pin_stands, told_to_asker, weigh_words, who_answers
from rangkul.entry.intake.queries.deciding import (
    Fitness,
    conflicted,
    conflicts_of,
    fitness_of,
    fitting_of,
    is_set_aside,
    ties_seen,
)
from rangkul.entry.intake.queries.one import (
    Past,
    by_ticket,
    contact_by_request,
    contact_of,
    get,
    history,
    rulings_of,
    unanswered,
)
from rangkul.entry.intake.queries.queue import (
    Left,
    Page,
    Risen,
    ToldOf,
    Wanted,
    by_ids,
    counts,
    due_today,
    left_to_me,
    queue,
    risen_to,
    told,
)
from rangkul.entry.intake.queries.search import Found, search
from rangkul.entry.intake.queries.waits import waiting_for_duty
from rangkul.entry.intake.reaching import safe_contact

__all__ = [
    "CONSENT_VERSION",
    "Answers",
    "Fitness",
    "Found",
    "Left",
    "Page",
    "Past",
    "Risen",
    "ToldOf",
    "Wanted",
    "address_of",
    "by_ids",
    "by_ticket",
    "conflicted",
    "conflicts_of",
    "consent_texts",
    "contact_by_request",
    "contact_of",
    "counts",
    "due_today",
    "fitness_of",
    "fitting_of",
    "for_ticket",
    "get",
    "history",
    "is_known",
    "is_set_aside",
    "left_to_me",
    "line_of",
    "pin_stands",
    "queue",
    "risen_to",
    "rulings_of",
    "safe_contact",
    "search",
    "ties_seen",
    "told",
    "told_to_asker",
    "unanswered",
    "waiting_for_duty",
    "weigh_words",
    "who_answers",
]


CONSENT_VERSION = consents.VERSION


def consent_texts() -> tuple[consents.Text, ...]:
    """The words in which consent is asked, for the page that explains them."""
    return consents.TEXTS
