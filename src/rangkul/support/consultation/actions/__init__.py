from rangkul.support.consultation.actions.articles import Written, propose, publish, renew, retire, rewrite, send_back
from rangkul.support.consultation.actions.questions import (
    To,
    answer,
    ask,
    change,
    close,
    hand_on,
    mark_helped,
    send,
    withdraw,
)

__all__ = [
    "To",
    "Written",
    "answer",
    "ask",
    "change",
    "close",
    "hand_on",
    "mark_helped",
    "propose",
    "publish",
    "renew",
    "retire",
    "rewrite",
    "send",
    "send_back",
    "withdraw",
]
