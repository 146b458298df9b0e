"""What protection keeps."""

from rangkul.journey.protection.models.chat import Chat, ChatMark, ChatSheet
from rangkul.journey.protection.models.child import Child, ChildStep
from rangkul.journey.protection.models.clock import LegalClock
from rangkul.journey.protection.models.evidence import Evidence
from rangkul.journey.protection.models.folder import Folder, within
from rangkul.journey.protection.models.online import Claim, Takedown
from rangkul.journey.protection.models.safety import SafetyPlan

__all__ = [
    "Chat",
    "ChatMark",
    "ChatSheet",
    "Child",
    "ChildStep",
    "Claim",
    "Evidence",
    "Folder",
    "LegalClock",
    "SafetyPlan",
    "Takedown",
    "within",
]
