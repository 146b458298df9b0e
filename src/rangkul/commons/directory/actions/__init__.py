"""The verbs of the list. A draft (`drafts.py`) says how an entry is to be; `by` is who says so."""

from rangkul.commons.directory.actions.agreements import Agreed, agree, correct_agreement, end_agreement
from rangkul.commons.directory.actions.assets import AssetDraft, add_asset, take_off_asset
from rangkul.commons.directory.actions.conditions import add_rule, change_rule, remove_rule
from rangkul.commons.directory.actions.contacts import add_contact, change_contact, remove_contact
from rangkul.commons.directory.actions.entries import (
    add_organization,
    add_service,
    change_organization,
    change_service,
    count_room,
)
from rangkul.commons.directory.actions.hours import add_hours, change_hours, remove_hours
from rangkul.commons.directory.actions.importing import apply_changes, import_lines, take_back_apart, tell_apart
from rangkul.commons.directory.actions.keeping import confirm_service, name_keeper
from rangkul.commons.directory.actions.places import change_place
from rangkul.commons.directory.actions.suggesting import refuse_suggestion, suggest, take_suggestion
from rangkul.commons.directory.drafts import (
    ContactDraft,
    HoursDraft,
    OrganizationDraft,
    PaperDraft,
    PlaceDraft,
    RuleDraft,
    ServiceDraft,
)

__all__ = [
    "Agreed", "AssetDraft", "ContactDraft", "HoursDraft", "OrganizationDraft", "PaperDraft", "PlaceDraft", "RuleDraft",
    "ServiceDraft", "add_asset", "add_contact", "add_hours", "add_organization", "add_rule", "add_service", "agree",
    "apply_changes", "change_contact", "change_hours", "change_organization", "change_place", "change_rule",
    "change_service", "confirm_service", "correct_agreement", "count_room", "end_agreement", "import_lines",
    "name_keeper", "refuse_suggestion", "remove_contact", "remove_hours", "remove_rule", "suggest", "take_back_apart",
    "take_off_asset", "take_suggestion", "tell_apart",
]  # fmt: skip
