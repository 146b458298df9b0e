"""What is known about supervision, each time as far as the asker may see."""

from rangkul.sustain.workforce.queries.agenda import Found, found_cases
from rangkul.sustain.workforce.queries.pairs import Pair, pair_of, pairs_of, session_or_none, without_contract

__all__ = [
    "Found",
    "Pair",
    "found_cases",
    "pair_of",
    "pairs_of",
    "session_or_none",
    "without_contract",
]
