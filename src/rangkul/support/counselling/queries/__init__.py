"""Reads of the counselling package."""

from rangkul.support.counselling.queries.desk import desk_of, held_live, prepared_for
from rangkul.support.counselling.queries.late import LATE, held_by
from rangkul.support.counselling.queries.numbers import Ahead, Now, Promise, ahead_of, promise, right_now
from rangkul.support.counselling.queries.rooms import (
    for_ticket,
    get,
    living_of,
    of_case,
    promised_next,
    seats_of,
    summary_of,
    to_note,
    waiting,
    with_me,
)
from rangkul.support.counselling.queries.sealing import (
    Holder,
    holders,
    letters_are_sealed_somewhere,
    may_be_sealed,
    my_room_key,
    own_key,
    takers,
)
from rangkul.support.counselling.queries.spoken import Said, after, draft_of, newest, said

__all__ = [
    "LATE",
    "Ahead",
    "Holder",
    "Now",
    "Promise",
    "Said",
    "after",
    "ahead_of",
    "desk_of",
    "draft_of",
    "for_ticket",
    "get",
    "held_by",
    "held_live",
    "holders",
    "letters_are_sealed_somewhere",
    "living_of",
    "may_be_sealed",
    "my_room_key",
    "newest",
    "of_case",
    "own_key",
    "prepared_for",
    "promise",
    "promised_next",
    "right_now",
    "said",
    "seats_of",
    "summary_of",
    "takers",
    "to_note",
    "waiting",
    "with_me",
]
