from rangkul.support.entitlements.actions.answered import grant, let_go, object_to, receive, refuse
from rangkul.support.entitlements.actions.asking import apply, choose_letter, consider, drop, record_known, tell

__all__ = [
    "apply",
    "choose_letter",
    "consider",
    "drop",
    "grant",
    "let_go",
    "object_to",
    "receive",
    "record_known",
    "refuse",
    "tell",
]
