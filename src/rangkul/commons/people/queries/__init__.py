from rangkul.commons.people.contact_rules import (
    ONLY_TICKET,
    Said,
    day_name,
    may_contact,
    next_moment,
    stricter,
    ways_of,
    wrong_hours,
)
from rangkul.commons.people.keys import blind_nik
from rangkul.commons.people.queries.doubts import (
    answered_different,
    doubt_about,
    doubt_owners,
    doubts_for,
    doubts_of,
    is_late_doubt,
    late_doubts,
)
from rangkul.commons.people.queries.duplicates import Duplicate, between, likely_duplicates
from rangkul.commons.people.queries.history import history_of
from rangkul.commons.people.queries.kin import households_of, kin_of
from rangkul.commons.people.queries.news import cannot_be_told, on_duty_in, staff_news_of
from rangkul.commons.people.queries.own_data import own_data
from rangkul.commons.people.queries.persons import SafeHours, get, identity_ids, root_of, safe_hours
from rangkul.commons.people.queries.search import Match, search
from rangkul.commons.people.words import address_of, age_of, birth_of, ways_in_words

__all__ = [
    "ONLY_TICKET",
    "Duplicate",
    "Match",
    "SafeHours",
    "Said",
    "address_of",
    "age_of",
    "answered_different",
    "between",
    "birth_of",
    "blind_nik",
    "cannot_be_told",
    "day_name",
    "doubt_about",
    "doubt_owners",
    "doubts_for",
    "doubts_of",
    "get",
    "history_of",
    "households_of",
    "identity_ids",
    "is_late_doubt",
    "kin_of",
    "late_doubts",
    "likely_duplicates",
    "may_contact",
    "next_moment",
    "on_duty_in",
    "own_data",
    "root_of",
    "safe_hours",
    "search",
    "staff_news_of",
    "stricter",
    "ways_in_words",
    "ways_of",
    "wrong_hours",
]
