"""Reads of the counselling package."""

from rangkul.support.counselling.queries.desk import desk_of, held_live, prepared_for
from rangkul.support.counselling.queries.enclosed import enclosed_among, enclosure_of
from rangkul.support.counselling.queries.late import LATE, held_by
from rangkul.support.counselling.queries.news import news_due, news_ways
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
from rangkul.support.counselling.queries.slots import open_slots, slot, slot_of, slots_ahead
from rangkul.support.counselling.queries.spoken import Said, after, draft_of, newest, said
from rangkul.support.counselling.queries.wishes import INDONESIAN, Wish, name_of, wishes_of

__all__ = [
    "INDONESIAN",
    "LATE",
    "Ahead",
    "Holder",
    "Now",
    "Promise",
    "Said",
    "Wish",
    "after",
    "ahead_of",
    "desk_of",
    "draft_of",
    "enclosed_among",
    "enclosure_of",
    "for_ticket",
    "get",
    "held_by",
    "held_live",
    "holders",
    "letters_are_sealed_somewhere",
    "living_of",
    "may_be_sealed",
    "my_room_key",
    "name_of",
    "newest",
    "news_due",
    "news_ways",
    "of_case",
    "open_slots",
    "own_key",
    "prepared_for",
    "promise",
    "promised_next",
    "right_now",
    "said",
    "seats_of",
    "slot",
    "slot_of",
    "slots_ahead",
    "summary_of",
    "takers",
    "to_note",
    "waiting",
    "wishes_of",
    "with_me",
]
