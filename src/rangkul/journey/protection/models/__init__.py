"""What protection keeps."""

from rangkul.journey.protection.models.chat import Chat, ChatMark, ChatSheet
from rangkul.journey.protection.models.clock import LegalClock
from rangkul.journey.protection.models.evidence import Evidence
from rangkul.journey.protection.models.online import Child, Claim, Takedown
from rangkul.journey.protection.models.safety import SafetyPlan

__all__ = ["Chat", "ChatMark", "ChatSheet", "Child", "Claim", "Evidence", "LegalClock", "SafetyPlan", "Takedown"]
