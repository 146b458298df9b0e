"""What a page of another package needs to ask an instrument as plain fields."""

from rangkul.journey.instruments.pages.frame import language_of
from rangkul.journey.instruments.pages.plain import PlainForm, place
from rangkul.journey.instruments.reading import form_of

__all__ = ["PlainForm", "form_of", "language_of", "place"]
