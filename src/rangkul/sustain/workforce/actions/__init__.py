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
from rangkul.sustain.workforce.actions.overdue import acknowledge, escalate
from rangkul.sustain.workforce.actions.sessions import (
    cancel_session,
    correct_session,
    move_session,
    plan_session,
    record_session,
    reopen_session,
    write_personal_note,
)
from rangkul.sustain.workforce.actions.signing import sign_session

__all__ = [
    "acknowledge",
    "add_follow_up",
    "add_point",
    "answer_readiness",
    "bring",
    "cancel_session",
    "change_contract",
    "correct_session",
    "decide",
    "discuss",
    "draft_contract",
    "drop_follow_up",
    "end_contract",
    "escalate",
    "finish_follow_up",
    "forget",
    "judge_readiness",
    "move_session",
    "plan_session",
    "record_session",
    "reflect",
    "remove_point",
    "reopen_session",
    "sign_contract",
    "sign_session",
    "tell_in_case",
    "write_personal_note",
]
