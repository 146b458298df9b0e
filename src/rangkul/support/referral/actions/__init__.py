from rangkul.support.referral.actions.answering import (
    Told,
    accept,
    ask,
    begin,
    complete,
    decline,
    hand_in,
    learn,
    pass_on,
    see,
    tell,
)
from rangkul.support.referral.actions.calling import finish_call, not_carried, plan_call
from rangkul.support.referral.actions.ending import ask_stop, cancel, confirm_stop, expire, fail, hand_on
from rangkul.support.referral.actions.needs import drop_need, leave_unmet, meet_need, note_need, reopen_need
from rangkul.support.referral.actions.nudging import nudge, tell_stop
from rangkul.support.referral.actions.preparing import Receiver, choose_data, discard, prepare
from rangkul.support.referral.actions.queueing import requeue, tell_turn
from rangkul.support.referral.actions.sending import Leave, extend, remind_receiver, renew_link, send, tell_code

__all__ = [
    "Leave",
    "Receiver",
    "Told",
    "accept",
    "ask",
    "ask_stop",
    "begin",
    "cancel",
    "choose_data",
    "complete",
    "confirm_stop",
    "decline",
    "discard",
    "drop_need",
    "expire",
    "extend",
    "fail",
    "finish_call",
    "hand_in",
    "hand_on",
    "learn",
    "leave_unmet",
    "meet_need",
    "not_carried",
    "note_need",
    "nudge",
    "pass_on",
    "plan_call",
    "prepare",
    "remind_receiver",
    "renew_link",
    "reopen_need",
    "requeue",
    "see",
    "send",
    "tell",
    "tell_code",
    "tell_stop",
    "tell_turn",
]
