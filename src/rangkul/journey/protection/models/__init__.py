"""What protection keeps."""

from rangkul.journey.protection.models.chat import Chat, ChatMark, ChatSheet
from rangkul.journey.protection.models.clock import LegalClock
from rangkul.journey.protection.models.evidence import Evidence

__all__ = ["Chat", "ChatMark", "ChatSheet", "Evidence", "LegalClock"]
