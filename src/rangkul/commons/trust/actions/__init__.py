from rangkul.commons.trust.actions.consents import confirm_stopped, record_consent, withdraw_consent
from rangkul.commons.trust.actions.glass import break_glass, close_glass, review_break_glass
from rangkul.commons.trust.actions.grants import end_grant, grant

__all__ = [
    "break_glass",
    "close_glass",
    "confirm_stopped",
    "end_grant",
    "grant",
    "record_consent",
    "review_break_glass",
    "withdraw_consent",
]
