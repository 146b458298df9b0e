"""The verbs of a room."""

from rangkul.support.counselling.actions.beginning import (
    CONSENT,
    Begun,
    begin,
    choose_transcript,
    hush,
    resume,
    standing_block,
)
from rangkul.support.counselling.actions.call_rows import standing_call
from rangkul.support.counselling.actions.calls import answer_call, begin_call, end_call, signal
from rangkul.support.counselling.actions.clock import terms_of
from rangkul.support.counselling.actions.desk import drop_prepared, prepare, set_desk, set_terms
from rangkul.support.counselling.actions.enclosing import enclose
from rangkul.support.counselling.actions.ending import (
    Came,
    block,
    end,
    end_by_client,
    end_silent,
    finish_next,
    lift_block,
    write_note,
)
from rangkul.support.counselling.actions.erasing import erase, erase_meeting
from rangkul.support.counselling.actions.group_following import keep_group_draft, mark_in_group, say_typing_in_group
from rangkul.support.counselling.actions.grouping import (
    Purpose,
    Times,
    cancel_meeting,
    change_group,
    close_group,
    open_group,
    plan_meetings,
)
from rangkul.support.counselling.actions.hushed import see_to
from rangkul.support.counselling.actions.joining import hush_member, join_group, leave_group, remove_member
from rangkul.support.counselling.actions.keys import make_key, replace_key, rewrap_key
from rangkul.support.counselling.actions.kinds import ask_kind, choose_kind, keep_kind
from rangkul.support.counselling.actions.meeting import (
    end_meeting,
    enter_meeting,
    open_meeting,
    say_in_group,
    take_back,
)
from rangkul.support.counselling.actions.news import forbids, know_lost_news, next_safe, stop_news, tell_news, wish_news
from rangkul.support.counselling.actions.next_contact import is_grave
from rangkul.support.counselling.actions.sealing import (
    give_key,
    hand_in_words,
    rewrap_room,
    say_danger,
    seal_room,
)
from rangkul.support.counselling.actions.seats import call_in, hand_over, leave, take
from rangkul.support.counselling.actions.sessions import asks_again, say_where
from rangkul.support.counselling.actions.slots import cancel_slot, give_slot_back, offer_slots, settle_slot, take_slot
from rangkul.support.counselling.actions.talking import (
    keep_draft,
    mark,
    say_typing,
    send_message,
    withdraw_message,
)

__all__ = [
    "CONSENT",
    "Begun",
    "Came",
    "Purpose",
    "Times",
    "answer_call",
    "ask_kind",
    "asks_again",
    "begin",
    "begin_call",
    "block",
    "call_in",
    "cancel_meeting",
    "cancel_slot",
    "change_group",
    "choose_kind",
    "choose_transcript",
    "close_group",
    "drop_prepared",
    "enclose",
    "end",
    "end_by_client",
    "end_call",
    "end_meeting",
    "end_silent",
    "enter_meeting",
    "erase",
    "erase_meeting",
    "finish_next",
    "forbids",
    "give_key",
    "give_slot_back",
    "hand_in_words",
    "hand_over",
    "hush",
    "hush_member",
    "is_grave",
    "join_group",
    "keep_draft",
    "keep_group_draft",
    "keep_kind",
    "know_lost_news",
    "leave",
    "leave_group",
    "lift_block",
    "make_key",
    "mark",
    "mark_in_group",
    "next_safe",
    "offer_slots",
    "open_group",
    "open_meeting",
    "plan_meetings",
    "prepare",
    "remove_member",
    "replace_key",
    "resume",
    "rewrap_key",
    "rewrap_room",
    "say_danger",
    "say_in_group",
    "say_typing",
    "say_typing_in_group",
    "say_where",
    "seal_room",
    "see_to",
    "send_message",
    "set_desk",
    "set_terms",
    "settle_slot",
    "signal",
    "standing_block",
    "standing_call",
    "stop_news",
    "take",
    "take_back",
    "take_slot",
    "tell_news",
    "terms_of",
    "wish_news",
    "withdraw_message",
    "write_note",
]
