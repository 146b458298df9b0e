from rangkul.tell.exchange.peers.actions.agreeing import Paper, agree, end_agreement
from rangkul.tell.exchange.peers.actions.answering import ask, begin, confirm_stop, finish, pass_on, say_exactly, see
from rangkul.tell.exchange.peers.actions.arriving import arrive, end, extend, hear_answer, refuse, withdraw_ended
from rangkul.tell.exchange.peers.actions.filing import hand_over, keep_file
from rangkul.tell.exchange.peers.actions.keeping import (
    add_peer,
    change_house_key,
    confirm,
    reach,
    replace_key,
    switch,
    unreach,
)
from rangkul.tell.exchange.peers.actions.outbox import put, settle

__all__ = [
    "Paper",
    "add_peer",
    "agree",
    "arrive",
    "ask",
    "begin",
    "change_house_key",
    "confirm",
    "confirm_stop",
    "end",
    "end_agreement",
    "extend",
    "finish",
    "hand_over",
    "hear_answer",
    "keep_file",
    "pass_on",
    "put",
    "reach",
    "refuse",
    "replace_key",
    "say_exactly",
    "see",
    "settle",
    "switch",
    "unreach",
    "withdraw_ended",
]
