from rangkul.commons.trust.actions.breaches import close_breach, handle_breach, raise_breach, report_breach
from rangkul.commons.trust.actions.consents import confirm_stopped, keep_answers, record_consent, withdraw_consent
from rangkul.commons.trust.actions.glass import break_glass, close_glass, review_break_glass, seek_file
from rangkul.commons.trust.actions.grants import end_grant, grant
from rangkul.commons.trust.actions.holds import end_hold, hold_person
from rangkul.commons.trust.actions.practice import LONGEST as LONGEST_PRACTICE
from rangkul.commons.trust.actions.practice import publish_practice, sign_practice
from rangkul.commons.trust.actions.rights import (
    ask_after_keeping,
    ask_for_right,
    confirm_refusal,
    finish_right,
    grant_right,
    propose_refusal,
    raise_right,
    send_back_refusal,
    take_back_right,
)

__all__ = [
    "LONGEST_PRACTICE",
    "ask_after_keeping",
    "ask_for_right",
    "break_glass",
    "close_breach",
    "close_glass",
    "confirm_refusal",
    "confirm_stopped",
    "end_grant",
    "end_hold",
    "finish_right",
    "grant",
    "grant_right",
    "handle_breach",
    "hold_person",
    "keep_answers",
    "propose_refusal",
    "publish_practice",
    "raise_breach",
    "raise_right",
    "record_consent",
    "report_breach",
    "review_break_glass",
    "seek_file",
    "send_back_refusal",
    "sign_practice",
    "take_back_right",
    "withdraw_consent",
]
