"""Reads of the intake package."""

from rangkul.entry.intake import consents
from rangkul.entry.intake.address import address_of
from rangkul.entry.intake.queries.asker import Answers, for_ticket, told_to_asker, who_answers
from rangkul.entry.intake.queries.one import Past, contact_of, get, history, rulings_of
from rangkul.entry.intake.queries.queue import Page, Wanted, by_ids, counts, due_today, queue, risen_to
from rangkul.entry.intake.queries.search import Found, search

__all__ = [
    "Answers",
    "Found",
    "Page",
    "Past",
    "Wanted",
    "address_of",
    "by_ids",
    "consent_texts",
    "contact_of",
    "counts",
    "due_today",
    "for_ticket",
    "get",
    "history",
    "queue",
    "risen_to",
    "rulings_of",
    "search",
    "told_to_asker",
    "who_answers",
]


def consent_texts() -> tuple[consents.Text, ...]:
    """The words in which consent is asked, for the page that explains them."""
    return consents.TEXTS
