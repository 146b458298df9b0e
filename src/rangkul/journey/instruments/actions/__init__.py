"""The verbs of instruments."""

from rangkul.journey.instruments.actions.alarms import raise_alarm
from rangkul.journey.instruments.actions.answering import Given, record
from rangkul.journey.instruments.actions.cutoffs import set_cutoff
from rangkul.journey.instruments.actions.drafts import keep_draft
from rangkul.journey.instruments.actions.early import record_early
from rangkul.journey.instruments.actions.offers import keep_own_draft, offer, take_back
from rangkul.journey.instruments.actions.packs import choose_pack
from rangkul.journey.instruments.actions.results import judge, mark_wrong, share
from rangkul.journey.instruments.actions.retests import set_retest, skip_retest
from rangkul.journey.instruments.actions.uploads import forget_upload, hand_in, keep_upload, settle
from rangkul.journey.instruments.actions.versions import discard_version, publish_version, switch

__all__ = [
    "Given",
    "choose_pack",
    "discard_version",
    "forget_upload",
    "hand_in",
    "judge",
    "keep_draft",
    "keep_own_draft",
    "keep_upload",
    "mark_wrong",
    "offer",
    "publish_version",
    "raise_alarm",
    "record",
    "record_early",
    "set_cutoff",
    "set_retest",
    "settle",
    "share",
    "skip_retest",
    "switch",
    "take_back",
]
