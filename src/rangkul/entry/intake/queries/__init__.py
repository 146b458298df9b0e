"""Reads of the intake package."""

from rangkul.entry.intake import consents
from rangkul.entry.intake.address import address_of
from rangkul.entry.intake.queries.asker import Answers, for_ticket, told_to_asker, who_answers

__all__ = ["Answers", "address_of", "consent_texts", "for_ticket", "told_to_asker", "who_answers"]


def consent_texts() -> tuple[consents.Text, ...]:
    """The words in which consent is asked, for the page that explains them."""
    return consents.TEXTS
