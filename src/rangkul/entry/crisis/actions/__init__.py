"""The verbs of the crisis package."""

from rangkul.entry.crisis.actions.alerts import (
    agree_to_device,
    raise_alert,
    register_device,
    renew_secret,
    revoke_device,
    settle_alert,
    take_alert,
)
from rangkul.entry.crisis.actions.lines import check_line, close_line, keep_own_line, name_keeper, reopen_line
from rangkul.entry.crisis.actions.reaching import follow_link, mark_sent, new_secret, prepare_outreach
from rangkul.entry.crisis.actions.reporting import Brought, report
from rangkul.entry.crisis.actions.rota import LONGEST as LONGEST_SHIFT
from rangkul.entry.crisis.actions.rota import (
    begin_shift,
    drop_shift,
    end_shift,
    offer_shift,
    plan_shift,
    take_gap,
    take_shift,
)
from rangkul.entry.crisis.actions.safety import (
    escalate_contact,
    need_contact,
    plan_contact,
    record_contact,
    screen,
    write_plan,
)
from rangkul.entry.crisis.actions.words import review_words

__all__ = [
    "LONGEST_SHIFT",
    "Brought",
    "agree_to_device",
    "begin_shift",
    "check_line",
    "close_line",
    "drop_shift",
    "end_shift",
    "escalate_contact",
    "follow_link",
    "keep_own_line",
    "mark_sent",
    "name_keeper",
    "need_contact",
    "new_secret",
    "offer_shift",
    "plan_contact",
    "plan_shift",
    "prepare_outreach",
    "raise_alert",
    "record_contact",
    "register_device",
    "renew_secret",
    "reopen_line",
    "report",
    "review_words",
    "revoke_device",
    "screen",
    "settle_alert",
    "take_alert",
    "take_gap",
    "take_shift",
    "write_plan",
]
