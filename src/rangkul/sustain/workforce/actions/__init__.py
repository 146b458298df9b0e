"""The verbs of supervision. Each takes `by=` and keyword arguments, checks, writes one event, returns its row."""

from rangkul.sustain.workforce.actions.agenda import (
    add_follow_up,
    add_point,
    decide,
    discuss,
    drop_follow_up,
    finish_follow_up,
    remove_point,
    tell_in_case,
)
from rangkul.sustain.workforce.actions.contracts import change_contract, draft_contract, end_contract, sign_contract
from rangkul.sustain.workforce.actions.growing import answer_readiness, bring, forget, judge_readiness, reflect
from rangkul.sustain.workforce.actions.practicum import (
    begin_practicum,
    draft_study,
    end_practicum,
    give_study,
    rewrite_day,
    see_objective,
    send_day_back,
    set_objective,
    sign_day,
    withdraw_study,
    write_day,
)
from rangkul.sustain.workforce.actions.sessions import (
    cancel_session,
    correct_session,
    move_session,
    plan_session,
    record_session,
    reopen_session,
    write_personal_note,
)
from rangkul.sustain.workforce.actions.settling import settle
from rangkul.sustain.workforce.actions.signing import sign_session

__all__ = [
    "add_follow_up",
    "add_point",
    "answer_readiness",
    "begin_practicum",
    "bring",
    "cancel_session",
    "change_contract",
    "correct_session",
    "decide",
    "discuss",
    "draft_contract",
    "draft_study",
    "drop_follow_up",
    "end_contract",
    "end_practicum",
    "finish_follow_up",
    "forget",
    "give_study",
    "judge_readiness",
    "move_session",
    "plan_session",
    "record_session",
    "reflect",
    "remove_point",
    "reopen_session",
    "rewrite_day",
    "see_objective",
    "send_day_back",
    "set_objective",
    "settle",
    "sign_contract",
    "sign_day",
    "sign_session",
    "tell_in_case",
    "withdraw_study",
    "write_day",
    "write_personal_note",
]
