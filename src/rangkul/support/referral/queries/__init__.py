from rangkul.support.referral.dataset import label_of
from rangkul.support.referral.queries.answered import partners, record_of, sent_to
from rangkul.support.referral.queries.board import board, unmet_tables
from rangkul.support.referral.queries.door import guests_named, of_door, withdrawn_of
from rangkul.support.referral.queries.letter import letter_of
from rangkul.support.referral.queries.lines import lines
from rangkul.support.referral.queries.lists import (
    category_of,
    may_take_part,
    needs_of,
    next_places,
    places_of,
    tries_of,
)
from rangkul.support.referral.queries.mapped import unmet_districts, unmet_map
from rangkul.support.referral.queries.one import enclosures, files, get, get_need, items, steps
from rangkul.support.referral.queries.portal import of_client

__all__ = [
    "board", "category_of", "enclosures", "files", "get", "get_need", "guests_named", "items", "label_of",
    "letter_of", "lines", "may_take_part", "needs_of", "next_places", "of_client", "of_door", "partners", "places_of",
    "record_of", "sent_to", "steps", "tries_of", "unmet_districts", "unmet_map", "unmet_tables", "withdrawn_of",
]  # fmt: skip
